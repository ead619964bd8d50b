import Foundation
import Testing

@testable import Platform

/// What `scripts/package.sh` writes behind a program's bytes.
@Suite("The program's version") struct ProgramVersionTests {
    @Test(
        "it is read from the end of the file; without one, or with what is none, there is none",
        arguments: [
            ("\nqianmo-version 0.1~20261201.110000.336da7f0\n", "0.1~20261201.110000.336da7f0" as String?),
            ("\nqianmo-version 1.2-3+deb12\n", "1.2-3+deb12"), ("", nil), ("\nqianmo-version 1.2", nil),
            ("\nqianmo-version 1.2\"} evil\n", nil), ("\nqianmo-version 版本\n", nil),
            ("\nqianmo-version 1.2\n" + String(repeating: "x", count: 200), nil),
        ])
    func read(end: String, wanted: String?) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "qianmo-version-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data([0x7F, 0x45, 0x4C, 0x46] + Array(repeating: 0, count: 900) + Array(end.utf8)).write(to: file)
        #expect(ProgramVersion.read(file) == wanted)
        try Data(end.utf8).write(to: file)
        #expect(ProgramVersion.read(file) == wanted, "a file shorter than the look")
        #expect(ProgramVersion.read(file.appending(path: "none")) == nil)
    }
}
