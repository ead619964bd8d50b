package import Kernel

/// What one of the two tellers read off the papers of a secret vote.
package struct Tally: Sendable, Hashable {
    package let issued: Int64
    package let returned: Int64
    package let inFavour: Int64
    package let against: Int64
    package let abstained: Int64
    package let invalid: Int64

    /// Everybody who is here has one, and no more were handed out than the roll has voters; no more came back; each that came
    /// back says one thing.
    func adds(from here: Int64, upTo voters: Int64) -> Bool {
        (here...max(here, voters)).contains(issued) && returned <= issued
            && inFavour + against + abstained + invalid == returned
            && [inFavour, against, abstained, invalid].allSatisfy { $0 >= 0 }
    }
}

extension Tally: FieldRecord {
    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            issued: pass.whole("issued", \.issued, in: CountDomain.self),
            returned: pass.whole("returned", \.returned, in: CountDomain.self),
            inFavour: pass.whole("for", \.inFavour, in: CountDomain.self),
            against: pass.whole("against", \.against, in: CountDomain.self),
            abstained: pass.whole("abstained", \.abstained, in: CountDomain.self),
            invalid: pass.whole("invalid", \.invalid, in: CountDomain.self))
    }
}

extension Tally {
    /// As it is sealed: six numbers in one text, so that one commitment holds them all.
    var sealed: String {
        [issued, returned, inFavour, against, abstained, invalid].map { String($0) }.joined(separator: " ")
    }

    init?(sealed: String) {
        let numbers = sealed.split(separator: " ").compactMap { Int64($0) }
        guard numbers.count == 6 else { return nil }
        self.init(
            issued: numbers[0], returned: numbers[1], inFavour: numbers[2], against: numbers[3], abstained: numbers[4],
            invalid: numbers[5])
    }
}

extension DataSubject {
    /// The sheets of one secret vote, opened together.
    static func tallies(of meeting: MeetingID) -> DataSubject {
        guard let subject = DataSubject(String("tally-\(meeting)".prefix(64))) else {
            preconditionFailure("a meeting's identifier is well formed")
        }
        return subject
    }
}
