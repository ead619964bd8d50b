import Kernel

@testable import Skills

/// A county's training year out of one number, clean; then frauds planted into it, each known by what it is about.
struct TrainingCounty {
    struct Chance {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    }

    struct Planted: Hashable {
        let detector: Detector
        let about: String
    }

    var chance: Chance
    var record = TrainingRecord()
    var planted: Set<Planted> = []
    static let begin = CivilDate(year: 2026, month: 1, day: 5)?.start ?? Instant(milliseconds: 0)
    static let now = begin.adding(days: 400)

    /// `count` courses of 12 to 25 persons, one after the other in each room, two of them at a time.
    init(seed: UInt64, courses count: Int = 24) {
        chance = Chance(state: seed)
        for number in 0..<count { addCourse(number) }
    }

    private mutating func addCourse(_ number: Int) {
        let id = "c\(number)"
        let level = [5, 5, 4, 3][chance.below(4)]
        record.courses.append(
            .init(id: id, occupation: "o\(chance.below(9))", level: level, staff: ["staff-\(number)"]))
        let persons = (0..<12 + chance.below(14)).map { "p\(number)-\($0)" }
        let first = Self.begin.adding(days: Int64(number % 12) * 20)
        // Six hours of 45 minutes a day, every third of theory.
        let days = level == 5 ? 8 : 11
        for day in 0..<days { addSession(id, number, day, persons, first) }
        let end = first.adding(days: Int64(days))
        let exam = end.adding(days: 2)
        record.exams.append(
            .init(
                course: id, at: exam, closedAt: exam.adding(seconds: 8 * 3_600),
                examiners: ["e\(number)a", "e\(number)b"],
                marks: persons.map { .init(person: $0, points: 60 + chance.below(40)) }))
        for person in persons { addPerson(person, id, number, exam) }
    }

    private mutating func addSession(_ course: String, _ number: Int, _ day: Int, _ persons: [String], _ first: Instant)
    {
        let start = first.adding(days: Int64(day)).adding(seconds: 8 * 3_600)
        let id = "\(course)-s\(day)"
        record.sessions.append(
            .init(
                id: id, course: course, room: "r\(number)", seats: 30, teacher: "t\(number)",
                time: Stretch(start, start.adding(seconds: 5 * 3_600)), isPractice: day % 3 != 0))
        for (place, person) in persons.enumerated() where chance.below(20) > 0 {
            let late = Int64(place * 20 + chance.below(20)) - 600
            record.signIns.append(
                .init(
                    session: id, person: person, device: "d-\(person)", at: start.adding(seconds: late),
                    photo: "f-\(person)-\(day)", looks: chance.next()))
        }
    }

    private mutating func addPerson(_ person: String, _ course: String, _ number: Int, _ exam: Instant) {
        let born = CivilDate(year: 1965 + chance.below(40), month: 1 + chance.below(12), day: 1 + chance.below(28))
        record.people.append(.init(id: person, born: born ?? .earliest))
        record.certificates.append(.init(course: course, person: person, at: exam.adding(days: 10)))
        var claim = TrainingRecord.Claim(
            id: "k-\(person)", person: person, course: course, account: "a-\(person)", at: exam.adding(days: 20))
        // She works in the afternoon of her days of class, which is no fraud.
        let start = exam.adding(days: -3).adding(seconds: 14 * 3_600)
        record.work.append(.init(person: person, employer: "w1", time: Stretch(start, start.adding(seconds: 14_400))))
        if chance.below(3) == 0 {
            claim.job = .init(employer: "w\(number)", from: exam.adding(days: 12))
            record.wages.append(.init(person: person, employer: "w\(number)", at: exam.adding(days: 42)))
        }
        record.claims.append(claim)
    }

    /// One fraud of each kind in a course of its own, so that every course has at most a few.
    mutating func plant(_ detector: Detector, into number: Int) {
        let course = "c\(number)"
        let sessions = record.sessions.indices.filter { record.sessions[$0].course == course }
        let first = sessions[chance.below(sessions.count - 1)]
        let session = record.sessions[first]
        let rows = record.signIns.indices.filter { record.signIns[$0].session == session.id }
        guard let row = rows.first, let exam = record.exams.firstIndex(where: { $0.course == course }) else { return }
        let person = record.signIns[row].person
        var about = person
        switch detector {
        case .twoSessionsAtOnce:
            var other = record.signIns[row]
            other.device += "x"
            let twin = "c\(number)-twin"
            record.sessions.append(
                .init(
                    id: twin, course: "other", room: "rx\(number)", seats: 30, teacher: "tx\(number)",
                    time: Stretch(session.time.start.adding(seconds: 3_600), session.time.end), isPractice: true))
            record.signIns.append(
                .init(
                    session: twin, person: person, device: other.device, at: session.time.start.adding(seconds: 3_500),
                    photo: "\(twin)-f", looks: chance.next()))
        case .trainingAtWork:
            record.work.append(
                .init(person: person, employer: "w9", time: Stretch(session.time.start, session.time.end)))
        case .onePhoto:
            let other = rows[rows.count / 2]
            record.signIns[other].looks = record.signIns[row].looks ^ 0b1_0010_0000_0001
        case .oneDevice:
            for other in rows.prefix(8) {
                record.signIns[other].device = "d-clerk-\(number)"
            }
            about = "d-clerk-\(number)"
        case .signInTimes:
            for (place, other) in rows.enumerated() {
                record.signIns[other].at = session.time.start.adding(milliseconds: Int64(place) * 300)
            }
            about = session.id
        case .roomTooSmall:
            record.sessions[first].seats = rows.count - 1
            about = session.id
        case .teacherTwice:
            record.sessions.append(
                .init(
                    id: "c\(number)-ghost", course: "ghost", room: "rg\(number)", seats: 30, teacher: session.teacher,
                    time: session.time, isPractice: true))
            about = session.teacher
        case .hours:
            for index in sessions.dropFirst(sessions.count / 2) {
                record.sessions[index].time = Stretch(
                    record.sessions[index].time.start, record.sessions[index].time.start.adding(seconds: 5_400))
            }
            about = course
        case .marks:
            if chance.below(2) == 0 {
                for index in record.exams[exam].marks.indices { record.exams[exam].marks[index].points = 85 }
            } else {
                record.exams[exam].marks[0].changedAt = record.exams[exam].closedAt.adding(seconds: 60)
            }
            about = course
        case .ownExaminers:
            record.exams[exam].examiners[1] = "staff-\(number)"
            about = course
        case .order:
            if let certificate = record.certificates.firstIndex(where: { $0.person == person }) {
                record.certificates[certificate].at = record.exams[exam].at.adding(days: -1)
            }
        case .paidTwice:
            record.claims.append(
                .init(id: "k2-\(person)", person: person, course: course, account: "a-\(person)", at: Self.now))
        case .oneAccount:
            let two = record.claims.indices.filter { record.claims[$0].course == course }.prefix(2)
            for claim in two { record.claims[claim].account = "a-shared-\(number)" }
            about = record.claims[two[two.startIndex]].person
        case .noWages:
            let claims = record.claims.indices.filter { record.claims[$0].course == course }
            let claim = claims[chance.below(claims.count)]
            record.claims[claim].job = .init(employer: "w-shell-\(number)", from: record.exams[exam].at)
            about = record.claims[claim].id
        }
        planted.insert(Planted(detector: detector, about: about))
    }
}
