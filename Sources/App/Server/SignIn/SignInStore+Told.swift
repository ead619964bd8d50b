package import Kernel
import Storage

/// Whoever's way in was changed hears of it on every phone they have, before the change and after it; their own page at
/// `/account` has it in any case. So whoever changed it in their name has to reach all of them first.
extension SignInStore {
    /// `before`: the sealed phone they had until now, where it is another.
    func tell(_ kind: SecurityEventKind, of person: PersonID, before: [UInt8]? = nil, at now: Instant) async throws {
        guard sender != nil else { return }
        let account = try await read { try AccountQueries.find(person: person, in: $0) }
        var told: Set<PhoneNumber> = []
        for sealed in [before, account?.phoneSealed].compactMap({ $0 }) {
            let text = String(decoding: try secrets.opened(sealed, for: "phone"), as: UTF8.self)
            guard let phone = PhoneNumber(text), told.insert(phone).inserted else { continue }
            send(text: Text.changed(kind, at: now).zh, to: phone, of: person, at: now)
        }
    }

    /// What was changed of somebody's ways in since an instant, the newest first: for their own page.
    package func changes(of person: PersonID, since: Instant, before: Instant) async throws -> [SecurityEvent] {
        let kinds: Set<SecurityEventKind> = [.passwordSet, .factorSet, .recoveryCodesSet, .phoneSet, .phoneChangeAsked]
        let all = try await events(of: person, before: before)
        // What an account began with is no change.
        let opened = Set(all.filter { $0.kind == .accountOpened }.map(\.at))
        return all.filter { kinds.contains($0.kind) && $0.at >= since && !opened.contains($0.at) }
    }
}
