import Kernel
import Paper
package import Storage
import Web

/// The certificate on paper, as a sheet that a station prints and stamps: what its public page says, and the way there.
///
/// In Chinese, as a certificate is; names of natural persons are covered as on the page. Nothing of the reader and
/// nothing of the moment goes in, so everyone who asks for it gets the same bytes. The original that a desk hands to the
/// lessee has the full name and says which print it is.
package struct CertificatePaper {
    private let certificate: Certificate
    private let line: ContractLine
    /// County, township and village.
    private let place: String
    /// Of the original: whose it is in full, and its last print.
    private let original: (lessee: String, print: CertificatePrint?)?

    package init?(_ number: CertificateNumber, original desk: DeskReading? = nil, in tx: any ReadTransaction) throws {
        guard let certificate = try CertificateQueries.find(number, in: tx),
            let line = try ContractQueries.findLine(certificate.contract, in: tx),
            let division = try DivisionQueries.find(line.contract.division, in: tx)
        else { return nil }
        self.certificate = certificate
        self.line = line
        original = try desk.map { desk in
            (
                try Self.fullName(of: line.contract.lessee, desk, in: tx) ?? line.lesseeName,
                try CertificateQueries.listPrints(of: number, in: tx).last
            )
        }
        place = try DivisionQueries.listPath(to: division, in: tx)
            .filter { [.county, .township, .village, .group].contains($0.level) }.map(\.name).joined()
    }

    private static func fullName(of party: PartyID, _ desk: DeskReading, in tx: any ReadTransaction) throws -> String? {
        for case let registered as PartyRegistered in try desk.events(StreamID("party", party.text), tx) {
            return registered.publicName ?? registered.name?.content
        }
        return nil
    }

    /// The bytes of the file; nil when the words do not fit on one sheet.
    package func pdf(origin: String) -> [UInt8]? { sheet(origin: origin).pdf() }

    func sheet(origin: String) -> Sheet {
        let format = Format(.chinese)
        let address = origin + Paths.certificate(certificate.number)
        let head: [Sheet.Fact] = [
            .init(words(RegistryText.certificateLevel), words(certificate.level.label)),
            .init(words(RegistryText.contract), line.contract.id.text),
        ]
        // The way to the lot is a link, and paper has none.
        let facts = ContractTable.facts(line, format, place: place).filter { $0.label != RegistryText.lot }.map {
            Sheet.Fact(words($0.label), $0.label == RegistryText.lessee ? original?.lessee ?? $0.text : $0.text)
        }
        return Sheet(
            title: words(RegistryText.certificateTitle), number: certificate.number.text, facts: head + facts,
            notes: original == nil
                ? [words(RegistryText.certificatePaperNote)]
                : [words(RegistryText.certificateOriginalNote)] + printed(format),
            issuer: [
                words(RegistryText.certificateIssuer),
                words(RegistryText.certificateIssued) + format.date(certificate.issued),
            ],
            code: QRCode(address, label: RegistryText.certificateCode),
            address: "\(words(RegistryText.certificateCode)) \(address)", at: certificate.issued)
    }

    /// Which print it is, of which day and why.
    private func printed(_ format: Format) -> [String] {
        guard let print = original?.print else { return [] }
        let reason = print.reason.isEmpty ? words(RegistryText.firstPrint) : print.reason
        return [words(RegistryText.printNumber(print.print, format.date(print.at), reason))]
    }

    private func words(_ message: Message) -> String { Language.chinese(message) }
}
