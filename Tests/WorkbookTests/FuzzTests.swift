import Foundation
import Kernel
import TestSupport
import Testing
import Workbook

/// Files with wounds: read or refused, never a crash, and within the memory that is promised. `make fuzz-workbooks` tries a
/// million of them, `QIANMO_FUZZ` any number.
@Suite("Workbooks with wounds", .serialized) struct WorkbookFuzzTests {
    private static let count = ProcessInfo.processInfo.environment["QIANMO_FUZZ"].flatMap { Int($0) } ?? 10_000

    /// The largest the process has been, in bytes.
    private static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) * 1_024
    }

    private static var seeds: [[UInt8]] {
        let names = ["bank-2024.xlsx", "bank-long-number.xlsx", "bank-2024.xls"]
        let files = names.compactMap { sharedData("books/files/\($0)") }.compactMap { try? Data(contentsOf: $0) }
        return files.map { Array($0) } + [BookWriter("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes]
    }

    /// One wounded file: bytes of the file itself, or of a part inside a file that is whole around it.
    private static func wounded(_ random: inout SeededRandom, _ seeds: [[UInt8]], _ parts: [ZipWriter.Part]) -> [UInt8]
    {
        guard Int.random(in: 0..<4, using: &random) > 0 else {
            return random.mutated(seeds.randomElement(using: &random) ?? [])
        }
        var parts = parts
        let index = Int.random(in: 0..<parts.count, using: &random)
        parts[index] = ZipWriter.Part(name: parts[index].name, bytes: random.mutated(parts[index].bytes))
        return ZipWriter.pack(parts)
    }

    @Test("No wound stops the program, and none costs more than 64 MB")
    func wounds() throws {
        let rich = BookWriter(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>流水号</t></is></c></row>
            <row r="2" hidden="1"><c r="A2" s="1"><v>45352.5</v></c><c r="B2" t="str"><f>1</f><v>7</v></c>
            <c r="C2"><v>6.2E+18</v></c><c r="D2" t="e"><v>#N/A</v></c><c r="E2" t="b"><v>1</v></c></row>
            """, formats: ["yyyy\"年\"m\"月\""], strings: ["<r><t>日期</t></r><rPh><t>x</t></rPh>"], merged: ["A1:B1"])
        let parts = rich.parts
        let seeds = Self.seeds + [rich.bytes]
        var random = SeededRandom(seed: 15)
        let before = Self.peak()
        var read = 0
        var refused: [Int: Int] = [:]
        for _ in 0..<Self.count {
            let bytes = Self.wounded(&random, seeds, parts)
            do throws(Rejection) {
                _ = try TableFile.read(bytes, bankReader)
                let book = try Workbook(bytes)
                for position in book.sheets.indices { _ = try book.sheet(position) }
                read += 1
            } catch {
                refused[error.number, default: 0] += 1
            }
        }
        #expect(read > Self.count / 50 && refused.count > 5, "read \(read), refused \(refused)")
        #expect(Self.peak() - before < 64 * 1_048_576)
    }

    @Test("The largest sheet that is read stays within 64 MB")
    func largest() throws {
        let cell = "<c t=\"inlineStr\"><is><t>ab</t></is></c>"
        let row = "<row>" + String(repeating: cell, count: 15) + "</row>"
        let bytes = BookWriter(String(repeating: row, count: Workbook.mostRows)).bytes
        let before = Self.peak()
        _ = try? TableFile.read(bytes, bankReader)
        #expect(Self.peak() - before < 64 * 1_048_576)
    }
}
