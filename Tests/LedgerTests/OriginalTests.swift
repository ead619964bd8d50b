import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("Originals behind vouchers") struct OriginalTests {
    private static let file = String(repeating: "c", count: 64)

    private func index(
        _ village: Village, _ kind: OriginalKind, file: String? = OriginalTests.file, _ voucher: String = "V1"
    )
        -> IndexOriginal
    {
        IndexOriginal(
            organisation: village.organisation, voucher: id(voucher, VoucherName.self), kind: kind, file: file,
            shelf: "2026-03 盒，5 号")
    }

    @Test(
        "Caikuai 2024 no. 11 arts. 27, 28: the print of an electronic original keeps its file, a scan keeps its paper, and the index between both goes into the archive"
    )
    func kept() throws {
        let village = try Village(at: "2026-12-31")
        try village.post("2026-03-05", [debit("513", 5), credit("102", 5)], voucher: "V1")
        village.refuses(.noSuchVoucher, index(village, .paper, "V9"))
        village.refuses(.originalWithoutFile, index(village, .printed, file: nil))
        village.refuses(.originalWithoutFile, index(village, .scanned, file: nil))
        try village.give(index(village, .printed), by: "clerk", as: .villageClerk)
        village.refuses(.originalIndexed, index(village, .scanned))
        try village.give(index(village, .paper, file: nil))
        let found = try village.database.read { try OriginalQueries.list(id("V1", VoucherName.self), in: $0) }
        #expect(found.map(\.kind) == [.printed, .paper] && found.map(\.file) == [Self.file, nil])
        #expect(found.allSatisfy { $0.shelf == "2026-03 盒，5 号" })
        let archive = try village.database.read { tx in
            let organisation = try #require(try OrganisationQueries.find(village.organisation, in: tx))
            return try YearArchive(organisation, AccountingYear(2026)!, Format(.chinese), in: tx)
        }
        let text = String(decoding: try #require(archive).bytes, as: UTF8.self)
        #expect(text.contains("originals.csv,记账凭证,"))
        #expect(text.contains("2026-03-1,电子凭证的打印件,2026-03 盒，5 号,\(Self.file)"))
        #expect(text.contains("2026-03-1,只有纸质原件,2026-03 盒，5 号,"))
    }
}
