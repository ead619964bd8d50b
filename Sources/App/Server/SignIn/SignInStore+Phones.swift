package import Kernel
import Storage

/// What became of a phone that a station typed in for somebody.
package enum PhoneAnswer: Sendable, Hashable {
    /// Theirs from now on: they had none.
    case set
    /// Theirs already.
    case same
    /// They have another: a second person, or the code sent to the old phone, has to say yes.
    case waits
}

/// A change of phone that waits, as the stations see it: without the number.
package struct PhoneChange: Sendable, Hashable {
    package let person: PersonID
    package let ending: String
    package let askedBy: PersonID
    package let askedOffice: OfficeID
    package let askedAt: Instant
}

/// Phones open accounts. The first one is set at the counter; another takes two persons, or the old phone.
extension SignInStore {
    /// Asks for `phone` as `person`'s own, in the name of `whence`, a person at a desk.
    package func incoming(phone: PhoneNumber, for person: PersonID, from whence: Whence, at now: Instant) async throws
        -> PhoneAnswer
    {
        guard let asker = whence.person, let office = whence.office else {
            throw SignInRejection.needsAnother.rejection
        }
        let (secrets, limits) = (secrets, limits)
        let digest = secrets.digest(phone: phone)
        let sealed = try secrets.sealed(Array(phone.text.utf8), for: "phone")
        let code = sender == nil ? nil : Randomness.digits(6)
        let found: (answer: PhoneAnswer, old: [UInt8]?) = try await write { tx in
            guard let account = try AccountQueries.find(person: person, in: tx) else {
                throw SignInRejection.unknownPerson.rejection
            }
            if let other = try AccountQueries.find(phone: digest, in: tx) {
                guard other.person == person else { throw SignInRejection.phoneTaken.rejection }
                return (.same, nil)
            }
            guard let old = account.phoneSealed else {
                try AccountQueries.set(phone: digest, sealed: sealed, of: person, in: tx)
                try EventQueries.insert(.phoneSet, of: person, from: whence, at: now, in: tx)
                return (.set, nil)
            }
            let change = PhoneChangeRow(
                person: person, digest: digest, sealed: sealed, askedBy: asker, askedOffice: office, askedAt: now,
                code: code.map { secrets.digest(code: $0, of: "phone-change/\(person)") },
                triesLeft: limits.phoneCodeTries)
            try PhoneChangeQueries.replace(
                change, expiresAt: now.adding(milliseconds: limits.phoneChangeMilliseconds), in: tx)
            try EventQueries.insert(.phoneChangeAsked, of: person, from: whence, at: now, in: tx)
            return (.waits, old)
        }
        if let code, let old = found.old,
            let text = String(validating: try secrets.opened(old, for: "phone"), as: UTF8.self),
            let number = PhoneNumber(text)
        {
            send(code: code, to: number, of: person, language: .chinese, at: now)
        }
        if found.answer == .set { try await tell(.phoneSet, of: person, at: now) }
        return found.answer
    }

    /// Says yes to the change that waits for `person`: as somebody else than who asked, or with the code that went to the
    /// old phone. Sessions that came by the old phone end.
    package func confirmPhone(of person: PersonID, code: String, from whence: Whence, at now: Instant) async throws {
        guard let confirmer = whence.person else { throw SignInRejection.needsAnother.rejection }
        let digest = secrets.digest(code: TypedCode.figures(code), of: "phone-change/\(person)")
        let old = try await read { try AccountQueries.find(person: person, in: $0)?.phoneSealed }
        // A wrong code has cost its try even though it is refused.
        let refusal: SignInRejection? = try await write { tx in
            guard let change = try PhoneChangeQueries.find(person, at: now, in: tx) else { return .nothingToConfirm }
            if change.askedBy == confirmer {
                guard !code.isEmpty else { return .needsAnother }
                guard try PhoneChangeQueries.takeTry(person, in: tx), let kept = change.code,
                    Secrets.isEqual(kept, digest)
                else { return .wrongCode }
            }
            if let other = try AccountQueries.find(phone: change.digest, in: tx), other.person != person {
                return .phoneTaken
            }
            try AccountQueries.set(phone: change.digest, sealed: change.sealed, of: person, in: tx)
            try PhoneChangeQueries.delete(person, in: tx)
            try SessionQueries.deleteAll(of: person, in: tx)
            try EventQueries.insert(.phoneSet, of: person, from: whence, at: now, in: tx)
            return nil
        }
        if let refusal { throw refusal.rejection }
        try await tell(.phoneSet, of: person, before: old, at: now)
    }

    /// The changes that wait, oldest first.
    package func phoneChanges(at now: Instant) async throws -> [PhoneChange] {
        let rows = try await read { try PhoneChangeQueries.list(at: now, in: $0) }
        return try rows.map { row in
            let number = String(decoding: try secrets.opened(row.sealed, for: "phone"), as: UTF8.self)
            return PhoneChange(
                person: row.person, ending: String(number.suffix(4)), askedBy: row.askedBy,
                askedOffice: row.askedOffice, askedAt: row.askedAt)
        }
    }
}
