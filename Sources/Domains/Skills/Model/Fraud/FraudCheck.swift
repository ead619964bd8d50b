package import Kernel

/// Runs the detectors over a county's rows. Pure: the same rows in any order give the same findings in one order.
package struct FraudCheck: Sendable {
    let record: TrainingRecord
    let limits: FraudLimits
    let now: Instant
    let sessions: [String: TrainingRecord.Session]
    let courses: [String: TrainingRecord.Course]
    let bySession: [String: [TrainingRecord.SignIn]]
    let byPerson: [String: [TrainingRecord.SignIn]]
    let ofCourse: [String: [TrainingRecord.Session]]

    package init(_ record: TrainingRecord, limits: FraudLimits = FraudLimits(), now: Instant) {
        self.record = record
        self.limits = limits
        self.now = now
        sessions = Dictionary(record.sessions.map { ($0.id, $0) }) { first, _ in first }
        courses = Dictionary(record.courses.map { ($0.id, $0) }) { first, _ in first }
        bySession = Dictionary(grouping: record.signIns, by: \.session)
        byPerson = Dictionary(grouping: record.signIns, by: \.person)
        ofCourse = Dictionary(grouping: record.sessions, by: \.course)
    }

    /// Each finding once, by detector and thing.
    package func findings() -> [FraudFinding] {
        Detector.allCases.flatMap { detector in
            find(detector).map { FraudFinding(detector: detector, about: $0.about, rows: Array(Set($0.rows)).sorted()) }
                .sorted { ($0.about, $0.rows.count) < ($1.about, $1.rows.count) }
        }
    }

    typealias Found = (about: String, rows: [String])

    private func find(_ detector: Detector) -> [Found] {
        switch detector {
        case .twoSessionsAtOnce: twoSessionsAtOnce()
        case .trainingAtWork: trainingAtWork()
        case .onePhoto: onePhoto()
        case .oneDevice: oneDevice()
        case .signInTimes: signInTimes()
        case .roomTooSmall: roomTooSmall()
        case .teacherTwice: teacherTwice()
        case .hours: hours()
        case .marks: marks()
        case .ownExaminers: ownExaminers()
        case .order: order()
        case .paidTwice: paidTwice()
        case .oneAccount: oneAccount()
        case .noWages: noWages()
        }
    }

    /// Pairs of neighbours in time that overlap; whoever overlaps anybody is in one of them.
    func overlapping<Row>(_ rows: [Row], _ time: (Row) -> Stretch) -> [(Row, Row)] {
        let sorted = rows.sorted { time($0).start < time($1).start }
        var pairs: [(Row, Row)] = []
        guard var last = sorted.first else { return pairs }
        for row in sorted.dropFirst() {
            if time(last).overlaps(time(row)) { pairs.append((last, row)) }
            if time(row).end > time(last).end { last = row }
        }
        return pairs
    }

    private func twoSessionsAtOnce() -> [Found] {
        byPerson.flatMap { person, signIns in
            let held = Set(signIns.map(\.session)).compactMap { sessions[$0] }
            return overlapping(held, \.time).map { (person, [$0.0.id, $0.1.id]) }
        }
    }

    private func trainingAtWork() -> [Found] {
        let work = Dictionary(grouping: record.work, by: \.person)
        return byPerson.flatMap { person, signIns in
            let held = Set(signIns.map(\.session)).compactMap { sessions[$0] }
            return held.compactMap { session -> Found? in
                guard let shift = work[person]?.first(where: { $0.time.overlaps(session.time) }) else { return nil }
                return (person, [session.id, shift.employer])
            }
        }
    }

    private func roomTooSmall() -> [Found] {
        record.sessions.compactMap { session in
            let persons = Set((bySession[session.id] ?? []).map(\.person))
            return persons.count > session.seats ? (session.id, [session.room]) : nil
        }
    }

    private func teacherTwice() -> [Found] {
        Dictionary(grouping: record.sessions, by: \.teacher).flatMap { teacher, held in
            overlapping(held, \.time).filter { $0.0.room != $0.1.room }.map { (teacher, [$0.0.id, $0.1.id]) }
        }
    }

    private func hours() -> [Found] {
        record.courses.compactMap { course in
            guard let level = course.level else { return nil }
            let held = ofCourse[course.id] ?? []
            let all = held.reduce(0) { $0 + $1.time.minutes }
            let practice = held.filter(\.isPractice).reduce(0) { $0 + $1.time.minutes }
            let needed = limits.classMinutes * (level >= 5 ? limits.juniorHours : limits.higherHours)
            return all < needed || practice * 100 < all * limits.practicePercent ? (course.id, []) : nil
        }
    }

    private func marks() -> [Found] {
        record.exams.compactMap { exam in
            let points = exam.marks.map(\.points)
            let late = exam.marks.filter { mark in mark.changedAt.map { $0 > exam.closedAt } ?? false }
            let spread = (points.max() ?? 0) - (points.min() ?? 0)
            let isFlat = points.count >= limits.leastPersons && spread < limits.leastSpread
            return isFlat || !late.isEmpty ? (exam.course, late.map(\.person)) : nil
        }
    }

    private func ownExaminers() -> [Found] {
        record.exams.compactMap { exam in
            let teachers = Set((ofCourse[exam.course] ?? []).map(\.teacher))
            let own = exam.examiners.filter {
                teachers.contains($0) || courses[exam.course]?.staff.contains($0) == true
            }
            return own.isEmpty ? nil : (exam.course, own)
        }
    }
}
