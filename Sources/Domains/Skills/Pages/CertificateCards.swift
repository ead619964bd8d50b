import Credentials
import Kernel
import Paper
import Registry
import Storage
import Web

/// Certificates on paper: a front with room for a photo and the small code, a back with the large one. The name is covered,
/// as on the page, unless a desk prints it to be handed out.
struct CertificateCards {
    private struct Held {
        let line: CertificateLine
        let name: String
        let place: String
    }

    private let held: [Held]
    private let keys: [IssuerKey]

    /// Of those that hold today; `desk` where the names stand in full.
    init(_ lines: [CertificateLine], desk: DeskReading?, _ request: PageRequest, in tx: any ReadTransaction) throws {
        held = try lines.filter { $0.validity(on: request.now.date) == .valid }.map { line in
            let full = try desk.flatMap { try Self.fullName(of: line.learner, $0, in: tx) }
            return Held(
                line: line, name: full ?? line.name, place: try DivisionQueries.find(line.place, in: tx)?.name ?? "")
        }
        keys = try SkillsQueries.listIssuerKeys(in: tx)
    }

    /// The name as it was last written, where it was not destroyed.
    private static func fullName(of learner: LearnerID, _ desk: DeskReading, in tx: any ReadTransaction) throws
        -> String?
    {
        try desk.events(StreamID("learner", learner.text), tx).reduce(nil) { name, event in
            if let registered = event as? LearnerRegistered { return registered.name.content }
            if let corrected = event as? LearnerNameCorrected { return corrected.name.content }
            return event is LearnerErased ? nil : name
        }
    }

    /// The bytes of the file; nil where there is nothing to print, or it does not fit on its sheet.
    func pdf(_ request: PageRequest, by issuer: BadgeIssuer) throws -> [UInt8]? {
        guard let last = held.map(\.line.issuedAt).max() else { return nil }
        let cards = try held.map { try card($0, request, issuer) }
        return CardFile(
            title: request(CertificateText.certificates), subject: held.map(\.line.id.text).joined(separator: " "),
            photo: request(CardText.photo), cards: cards, at: last
        ).pdf()
    }

    private func card(_ held: Held, _ request: PageRequest, _ issuer: BadgeIssuer) throws -> CardFile.Card {
        let (line, award) = (held.line, held.line.award)
        let address = "\(request.origin)/skills/certificates/\(line.id)"
        let token = try issuer.token(of: line, at: request.origin, by: keys)
        var facts: [Sheet.Fact] = [
            .init(request(SkillsText.occupation), request(award.occupation.label)),
            .init(request(SkillsText.provider), award.provider),
            .init(request(CertificateText.issued), request.format.date(award.issued)),
            .init(request(CertificateText.until), CertificateTable.until(award, request)),
        ]
        if let level = award.level {
            facts.insert(.init(request(SkillsText.level), request(CertificateText.levelName(level))), at: 1)
        }
        if let number = award.officialNumber { facts.append(.init(request(CertificateText.officialNumber), number)) }
        if let old = line.replaces { facts.append(.init(request(HoldText.replaces), old.text)) }
        return CardFile.Card(
            title: request(award.kind.paperTitle), number: "\(request(CertificateText.serial)) \(line.id)",
            name: held.name, facts: facts,
            issuer: [request(CardText.issuer), held.place, request(CardText.stamp)],
            code: QRCode(address, label: CertificateText.code),
            address: "\(request(CertificateText.code)) \(address)",
            back: CardFile.Back(
                title: request(CertificateText.offlineCode),
                notes: [request(CertificateText.cardNote), request(CardText.notTheStates)],
                code: QRCode(token, label: CertificateText.offlineCode)))
    }
}
