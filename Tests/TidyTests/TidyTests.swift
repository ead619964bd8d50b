import Foundation
import TestSupport
import Testing

/// The rules of the house, read off the sources. Each failure names the place.
@Suite("Tidy") struct TidyTests {
    private static let sources = Tree.files(in: "Sources", endings: [".swift"]).map {
        SourceScan(path: $0.path, text: $0.text)
    }
    private static let tests = Tree.files(in: "Tests", endings: [".swift"]).map {
        SourceScan(path: $0.path, text: $0.text)
    }
    private var domains: [SourceScan] { Self.sources.filter { $0.path.hasPrefix("Sources/Domains/") } }

    @Test("There are sources to look at")
    func thereAreSources() { #expect(Self.sources.count >= 40) }

    @Test("No file is longer than 400 lines, no function longer than 70")
    func sizes() {
        for file in Self.sources {
            #expect(file.code.count <= 401, "\(file.path) has \(file.code.count) lines: cut it by topic")
            for function in file.functions {
                #expect(function.length <= 70, "\(file.path):\(function.line) has \(function.length) lines")
            }
        }
    }

    @Test("A refusal has a number of its own, whatever room it is of")
    func refusalNumbers() {
        var known: [Substring: String] = [:]
        for file in Tree.files(in: "Sources", endings: [".swift"]) where file.text.contains("= Self(") {
            for found in file.text.matches(of: /static let (\w+) = Self\(\s*(\d{4})\b/) {
                let before = known.updateValue("\(file.path): \(found.1)", forKey: found.2)
                #expect(before == nil, "\(found.2) is \(before ?? "") and \(file.path): \(found.1)")
            }
        }
        #expect(known.count > 600)
    }

    @Test("A domain's front page has at most 200 lines, and no folder of a room more than 20 files")
    func rooms() {
        let pages = domains.filter { $0.path == "Sources/Domains/\($0.target)/\($0.target).swift" }
        #expect(pages.count >= 4)
        for page in pages { #expect(page.code.count <= 201, "\(page.path)") }
        let folders = Dictionary(grouping: domains) { $0.path.dropLast($0.name.count + 1) }
        for (folder, files) in folders { #expect(files.count <= 20, "\(folder) has \(files.count) files") }
    }

    @Test("Sources hold no forced unwrap, forced try, forced cast or unchecked Sendable")
    func nothingForced() {
        for file in Self.sources {
            let found = file.lines(matching: /\btry!|\bas!|@unchecked|[\w\)\]]!(?![=\w"])/)
            #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
        }
    }

    @Test("A domain knows no clock, no chance, no threads and no console")
    func domainsArePure() {
        for file in domains {
            let found = file.lines(
                matching:
                    /\bDate\(\)|\bUUID\(\)|\bprint\(|\basync\b|\bactor\s|\bawait\b|\.random\(|SystemRandomNumberGenerator/
            )
            #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
        }
    }

    @Test(
        "Actors are the writer, the sign-in store, the rate limiter, the scheduler, the live hub, the sealer of telemetry and nothing else"
    )
    func actors() {
        let allowed: Set<String> = ["Writer", "SignInStore", "RateLimiter", "Scheduler", "LiveHub", "TelemetrySealer"]
        for file in Self.sources {
            for line in file.code {
                guard let match = line.firstMatch(of: /\bactor\s+(\w+)/) else { continue }
                #expect(allowed.contains(String(match.1)), "\(file.path): actor \(match.1)")
            }
        }
    }

    @Test("Chinese stands in Text.swift and in the refusals only")
    func chineseInText() {
        for file in Self.sources where !file.isText && !file.path.contains("/Refusals/") {
            for literal in file.literals {
                let isChinese = literal.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                #expect(!isChinese, "\(file.path):\(literal.line): \(literal.text.prefix(40))")
            }
        }
    }

    @Test("SQL stands in Store/ and the stores only")
    func sqlInStore() {
        let statement =
            /\b(SELECT|INSERT INTO|DELETE FROM|CREATE (TABLE|INDEX|UNIQUE|TRIGGER))\b|\bUPDATE\s+\w+\s+SET\b/
        for file in Self.sources where !file.path.contains("/Store/") && !file.target.hasPrefix("Storage") {
            for literal in file.literals {
                #expect(
                    literal.text.firstMatch(of: statement) == nil,
                    "\(file.path):\(literal.line): \(literal.text.prefix(60))")
            }
        }
    }

    @Test("A number in an address or a header is read within a range, by AddressNumber")
    func numbersFromOutside() {
        // To Swift a dot between letters is no boundary of words: "\\b" would not find what stands behind one.
        let reading = /(query|parameters|headers|values)\["?\w+"?\].*[^A-Za-z]U?Int(8|16|32|64)?(\(|\.init)/
        #expect("let before = min(incoming.query[\"before\"].flatMap { Int64($0) } ?? 1, 2)".contains(reading))
        for file in Self.sources where !file.path.hasPrefix("Sources/App/Bench/") {
            let found = file.lines(matching: reading)
                .filter { !$0.contains(".contentLength") && !$0.contains("AddressNumber.") }
            #expect(found.isEmpty, "\(file.path): \(found.joined(separator: "\n"))")
        }
    }

    @Test("A whole number on the command line is read within a range, by Within")
    func options() {
        var numbers = 0
        for file in Tree.files(in: "Sources/App/CLI", endings: [".swift"]) {
            for option in file.text.matches(of: /@Option[\s\S]*?\bvar (\w+)([^\n]*)/) {
                guard String(option.2).contains(/^: Int(64)?\b|^ = [0-9_]+$/) else { continue }
                numbers += 1
                #expect(option.0.contains("Within."), "\(file.path): \(option.1)")
            }
        }
        #expect(numbers >= 10, "\(numbers)")
    }

    @Test("A test is a sentence and asserts something")
    func testsAssert() {
        for file in Self.tests where file.path.hasSuffix("Tests.swift") {
            let code = file.code.joined(separator: "\n")
            let attributes = code.matches(of: /(?m)^\s*@Test\b/).count
            let named = code.matches(of: /(?m)^\s*@Test\(\s*"/).count
            #expect(attributes == named, "\(file.path): \(attributes - named) tests without a sentence")
            let asserts = file.lines(matching: /#expect|#require|Issue\.record|expect\w*\(|require\w*\(/).count
            #expect(attributes == 0 || asserts > 0, "\(file.path) asserts nothing")
        }
    }
}
