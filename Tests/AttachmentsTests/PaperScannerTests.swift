@testable import Attachments
import Foundation
import TestSupport
import Testing

@Suite("A scanner looks at papers") struct PaperScannerTests {
    private let harmful = Array("%PDF-1.7 before \(Clamd.harm) after %%EOF".utf8)

    @Test("An address is a socket's path or a host with a port; anything else is none")
    func addresses() {
        #expect(PaperScanner.Address("clamd:/run/clamav/clamd.ctl") == .socket(path: "/run/clamav/clamd.ctl"))
        #expect(PaperScanner.Address("clamd:127.0.0.1:3310") == .network(host: "127.0.0.1", port: 3310))
        #expect(PaperScanner.Address("clamd:[::1]:3310") == .network(host: "::1", port: 3310))
        for none in ["", "clamd", "clamd:", "clamd:host", "clamd::3310", "clamd:h:0", "clamd:h:65536", "icap:h:1344"] {
            #expect(PaperScanner.Address(none) == nil, "\(none)")
        }
    }

    @Test("Only the two verdicts of the protocol are verdicts")
    func verdicts() throws {
        #expect(try PaperScanner.verdict("stream: OK") == .clean)
        #expect(try PaperScanner.verdict("stream: Win.Test.EICAR_HDB-1 FOUND") == .found("Win.Test.EICAR_HDB-1"))
        for none in ["", "OK", "stream: ", "INSTREAM size limit exceeded. ERROR", "stream: x ERROR", "UNKNOWN COMMAND"]
        {
            #expect(throws: PaperScanner.Unavailable.self, "\(none)") { try PaperScanner.verdict(none) }
        }
    }

    @Test(
        "clamd passes what is clean and names what it finds, by its socket and over the network, in pieces of any size",
        .enabled(if: Clamd.isInstalled, "needs clamav-daemon"))
    func real() throws {
        let clamd = try Clamd()
        try clamd.start()
        let pad = [UInt8](repeating: 0x20, count: 900_000)
        for address in [
            PaperScanner.Address.socket(path: clamd.socket), .network(host: "127.0.0.1", port: clamd.port),
        ] {
            let scanner = PaperScanner(address)
            #expect(scanner.isThere())
            #expect(try scanner.scan(Array("%PDF-1.7 quiet".utf8)) == .clean)
            #expect(try scanner.scan(harmful) == .found(Clamd.name + ".UNOFFICIAL"))
            #expect(try scanner.scan(pad + harmful) == .found(Clamd.name + ".UNOFFICIAL"))
            #expect(try scanner.scan([]) == .clean)
            #expect(scanner.counts.clean == 2 && scanner.counts.found == 2 && scanner.counts.unavailable == 0)
        }
    }

    @Test(
        "What is longer than the scanner takes has no verdict, and one that is away is asked again after the pause only",
        .enabled(if: Clamd.isInstalled, "needs clamav-daemon"))
    func noVerdict() throws {
        let clamd = try Clamd()
        let (eager, patient) = (
            PaperScanner(.socket(path: clamd.socket), pauseSeconds: 0),
            PaperScanner(.socket(path: clamd.socket), pauseSeconds: 86_400)
        )
        for scanner in [eager, patient] {
            #expect(!scanner.isThere())
            #expect(throws: PaperScanner.Unavailable.self) { try scanner.scan(harmful) }
        }
        try clamd.start()
        #expect(try eager.isThere() && eager.scan(harmful) != .clean)
        #expect(!patient.isThere())
        #expect(throws: PaperScanner.Unavailable.self) { try patient.scan(harmful) }
        #expect(throws: PaperScanner.Unavailable.self) {
            try eager.scan([UInt8](repeating: 0x20, count: 3 << 20))
        }
        #expect(eager.counts.unavailable == 2 && patient.counts.unavailable == 2)
    }
}
