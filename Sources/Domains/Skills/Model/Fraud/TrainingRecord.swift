package import Kernel

/// A stretch of time, its end not in it: 8 to 12 and 12 to 16 do not overlap.
package struct Stretch: Sendable, Hashable {
    package let start: Instant
    package let end: Instant

    package init(_ start: Instant, _ end: Instant) {
        self.start = start
        self.end = end
    }

    package func overlaps(_ other: Stretch) -> Bool { start < other.end && other.start < end }
    package var minutes: Int64 { (end.milliseconds - start.milliseconds) / 60_000 }
}

/// What the detectors look at: plain rows with names of things, no name of a person. Persons are the register's numbers.
package struct TrainingRecord: Sendable {
    package struct Course: Sendable {
        package let id: String
        package let occupation: String
        /// 5 junior … 1 senior technician; nil for a single skill.
        package let level: Int?
        /// Who is on the pay list of the body that trains.
        package var staff: Set<String> = []
    }

    package struct Session: Sendable {
        package let id: String
        package let course: String
        package var room: String
        package var seats: Int
        package var teacher: String
        package var time: Stretch
        package let isPractice: Bool
    }

    package struct SignIn: Sendable {
        package let session: String
        package let person: String
        package var device: String
        package var at: Instant
        /// Digest of the picture, and 64 bits that stay near each other for pictures that look alike.
        package var photo: String
        package var looks: UInt64
        /// A desk's sign-in has no picture.
        package var hasPhoto = true

        package init(session: String, person: String, device: String, at: Instant, photo: String, looks: UInt64) {
            self.session = session
            self.person = person
            self.device = device
            self.at = at
            self.photo = photo
            self.looks = looks
        }

        package init(session: String, person: String, device: String, at: Instant, photo: SignInPhoto?) {
            self.init(
                session: session, person: person, device: device, at: at, photo: photo?.digest ?? "",
                looks: photo?.looks ?? 0)
            hasPhoto = photo != nil
        }
    }

    package struct Mark: Sendable {
        package let person: String
        package var points: Int
        package var changedAt: Instant?
    }

    package struct Exam: Sendable {
        package let course: String
        package var at: Instant
        package var closedAt: Instant
        package var examiners: [String]
        package var marks: [Mark]
    }

    package struct Certificate: Sendable {
        package let course: String
        package let person: String
        package var at: Instant
    }

    package struct Person: Sendable {
        package let id: String
        package var born: CivilDate
        package var died: CivilDate?
        package var isPensioner = false
    }

    package struct Work: Sendable {
        package let person: String
        package let employer: String
        package let time: Stretch
    }

    package struct Job: Sendable, Hashable {
        package let employer: String
        package let from: Instant
    }

    package struct Claim: Sendable {
        package let id: String
        package let person: String
        package let course: String
        package var account: String
        package var at: Instant
        /// The group the claim is made for takes no pensioners.
        package var excludesPensioners = true
        /// The contract the full rate rests on.
        package var job: Job?
    }

    package struct Wage: Sendable {
        package let person: String
        package let employer: String
        package let at: Instant
    }

    package var courses: [Course] = []
    package var sessions: [Session] = []
    package var signIns: [SignIn] = []
    package var exams: [Exam] = []
    package var certificates: [Certificate] = []
    package var people: [Person] = []
    package var work: [Work] = []
    package var claims: [Claim] = []
    package var wages: [Wage] = []

    package init() {}
}

extension TrainingRecord {
    /// Of a wage that may have been anybody's, and of a job with somebody the market does not know.
    static let anyEmployer = "market"
    static let otherEmployer = "elsewhere"
}
