import Kernel

extension FraudCheck {
    func order() -> [Found] {
        let people = Dictionary(record.people.map { ($0.id, $0) }) { first, _ in first }
        let exams = Dictionary(record.exams.map { ($0.course, $0) }) { first, _ in first }
        var found: [Found] = record.certificates.compactMap { certificate in
            guard let exam = exams[certificate.course] else { return (certificate.person, [certificate.course]) }
            return certificate.at < exam.at ? (certificate.person, [certificate.course]) : nil
        }
        found += record.exams.compactMap { exam in
            let last = (ofCourse[exam.course] ?? []).map(\.time.end).max()
            return last.map { exam.at < $0 } == true ? (exam.course, []) : nil
        }
        for (id, signIns) in byPerson {
            guard let person = people[id] else { continue }
            let days = signIns.compactMap { sessions[$0.session]?.time.start.date }
            if let died = person.died, let last = days.max(), last > died { found.append((id, ["died"])) }
            if let first = days.min(), first < person.born.adding(years: limits.leastAge) {
                found.append((id, ["age"]))
            }
        }
        found += record.claims.compactMap { claim in
            claim.excludesPensioners && people[claim.person]?.isPensioner == true ? (claim.person, [claim.id]) : nil
        }
        return found
    }

    func paidTwice() -> [Found] {
        var found: [Found] = []
        for (person, claims) in Dictionary(grouping: record.claims, by: \.person) {
            let trades = Dictionary(grouping: claims) { claim in
                let course = courses[claim.course]
                return "\(course?.occupation ?? claim.course)/\(course?.level ?? 0)"
            }
            for same in trades.values where same.count > 1 { found.append((person, same.map(\.id))) }
            for year in Dictionary(grouping: claims, by: { $0.at.date.year }).values
            where year.count > limits.claimsPerYear {
                found.append((person, year.map(\.id)))
            }
        }
        return found
    }

    func oneAccount() -> [Found] {
        Dictionary(grouping: record.claims, by: \.account).flatMap { _, claims -> [Found] in
            let persons = Set(claims.map(\.person)).sorted()
            return persons.count > 1 ? persons.map { ($0, claims.map(\.id)) } : []
        }
    }

    /// Only once the time in which a wage would have come is over.
    func noWages() -> [Found] {
        let wages = Dictionary(grouping: record.wages) { "\($0.person)/\($0.employer)" }
        return record.claims.compactMap { claim in
            guard let job = claim.job else { return nil }
            let until = job.from.adding(days: limits.wageDays)
            guard now > until else { return nil }
            let paid = [job.employer, TrainingRecord.anyEmployer].contains { employer in
                (wages["\(claim.person)/\(employer)"] ?? []).contains { $0.at >= job.from && $0.at <= until }
            }
            return paid ? nil : (claim.id, [job.employer])
        }
    }
}
