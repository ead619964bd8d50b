import Foundation
import Kernel
import TestSupport
import Testing

@Suite("What the program says", .enabled(if: Program.isBuilt, "the program is not built"))
struct TranscriptTests {
    @Test("wrong usage is exit 2, and says how it is meant")
    func usage() throws {
        let unknown = try Program.run("nonsense")
        #expect(unknown.code == 2)
        #expect(unknown.error.contains("Usage: qianmo"))
        #expect(try Program.run("trial-balance").code == 2)
        #expect(try Program.run("scenario", "/no/such/file").code == 2)
        #expect(try Program.run("--help").code == 0)
    }

    @Test(
        "help is in the terminal's language: of every command and of every argument",
        arguments: ["zh_CN.UTF-8", "en_GB"])
    func help(language: String) throws {
        let ended = try Program.run(by: Program.path, ["--experimental-dump-help"], ["QIANMO_LANG": language])
        let all = try JSON(parsing: Array(ended.output.utf8))
        var commands = [try #require(all["command"])]
        var (seen, words) = (0, [String: String]())
        while let command = commands.popLast() {
            let name = command["commandName"]?.string ?? ""
            seen += 1
            // The helper's own words are English, and what is not shown has none.
            if name == "help" || command["shouldDisplay"]?.bool == false { continue }
            commands += command["subcommands"]?.array ?? []
            words[name] = command["abstract"]?.string ?? ""
            for argument in command["arguments"]?.array ?? [] {
                let value = argument["valueName"]?.string ?? argument["preferredName"]?["name"]?.string ?? ""
                if ["help", "version"].contains(value) { continue }
                words["\(name) \(value)"] = argument["abstract"]?.string ?? ""
            }
        }
        #expect(seen > 30)
        let wrong = words.filter { _, text in
            let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            return text.isEmpty || isChinese != language.hasPrefix("zh")
        }
        #expect(wrong == [:])
    }

    @Test("a scenario is answered line by line; a refusal nobody expected is exit 1")
    func lines() throws {
        let folder = try Folder()
        let file = try folder.write(
            """
            # a comment, and an empty line

            {"at":"2024-03-01T09:00:00+08:00","by":"admin","do":"registry.importDivisions","with":{"codeSystem":\
            "statistical","asOf":"2024-01-01","rows":[{"code":"140000000000","name":"Shanxi","level":"province"}]}}
            {"at":"2024-03-01T09:00:00+08:00","by":"nobody","do":"registry.openOffice","expect":1209}
            {"at":"2024-03-01T09:00:00+08:00","by":"admin","do":"registry.sellAll"}
            """, "small.jsonl")
        let ended = try Program.run("scenario", file, "--data", folder.path)
        #expect(ended.code == 1)
        let lines = ended.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 4)
        #expect(lines[0] == "3  2024-03-01T09:00:00.000+08:00  admin  registry.importDivisions  accepted 0")
        #expect(lines[1].hasPrefix("4  2024-03-01T09:00:00.000+08:00  nobody  registry.openOffice  refused 1209 by: "))
        #expect(!lines[1].contains("not expected"))
        #expect(lines[2].contains("refused 1201 do: There is no command “registry.sellAll”."))
        #expect(lines[2].hasSuffix("(not expected)"))
        #expect(lines[3].hasPrefix("1 accepted, 2 refused. Log size 1, root "))
    }

    @Test("a scenario with bad lines is refused whole, with every bad line named")
    func badLines() throws {
        let folder = try Folder()
        let file = try folder.write("{\"at\":1}\n{]\n{\"at\":1.5}\n", "bad.jsonl")
        let ended = try Program.run("scenario", file, "--data", folder.path)
        #expect(ended.code == 1)
        for line in ["line 1", "line 2", "line 3"] { #expect(ended.error.contains(line)) }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/qianmo.sqlite"))
    }

    @Test("verify says what it checked; a changed byte is exit 1 and is named")
    func verify() throws {
        let folder = try Folder()
        _ = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path)
        let good = try Program.run("verify", "--data", folder.path)
        #expect(good.code == 0)
        #expect(good.output.hasPrefix("Verified: 104 log entries, "))
        let log = folder.path + "/log"
        #expect(try Program.run("export", "log", log, "--data", folder.path).output.hasPrefix("Wrote 104 entries"))
        #expect(try Program.run("verify", "log", log, "--key", log + "/log.pub").code == 0)
        let bundle = URL(filePath: log + "/tile/entries/000.p/104")
        var bytes = try Data(contentsOf: bundle)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: bundle)
        let bad = try Program.run("verify", "log", log, "--key", log + "/log.pub")
        #expect(bad.code == 1)
        #expect(bad.error.hasPrefix("Bad: entry"))
        #expect(try Program.run("verify", "--data", folder.path + "/nothing").code == 2)
    }

    @Test("An organisation without books has no balance and nothing to export")
    func noBooks() throws {
        let folder = try Folder()
        _ = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path)
        for command in [
            ["trial-balance"], ["trial-balance", "--json"], ["statements"], ["export", "hledger"],
            ["export", "ledger"], ["export", "beancount"], ["export", "gbt24589"],
        ] {
            let ended = try Program.run(command + ["--org", "nobody", "--data", folder.path])
            #expect(ended.code == 1 && ended.output.isEmpty && ended.error.contains("nobody"), "\(command)")
        }
    }

    @Test("hledger, a program of others, adds the exported books up to the same balances")
    func hledger() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/hledger") else { return }
        let folder = try Folder()
        _ = try Program.run("scenario", scenario("luxian-2019.jsonl"), "--data", folder.path)
        let journal = try Program.run("export", "hledger", "--org", "tanba-collective", "--data", folder.path)
        let file = try folder.write(journal.output, "books.journal")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/hledger")
        process.arguments = ["-f", file, "balance", "--flat", "-O", "csv"]
        process.environment = ["LC_ALL": "C.UTF-8", "HOME": "/tmp"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let csv = String(decoding: output.fileHandleForReading.readAll(), as: UTF8.self)
        process.waitUntilExit()
        #expect(csv.contains("720000.00 CNY"))
        #expect(csv.contains("-600000.00 CNY"))
        #expect(csv.contains("-120000.00 CNY"))
        let balance = try Program.run(
            "trial-balance", "--org", "tanba-collective", "--at", "2023-12-31", "--data", folder.path, "--json")
        let json = try JSON(parsing: Array(balance.output.utf8.dropLast()))
        #expect(json["balanced"]?.bool == true)
        let closings = json["lines"]?.array?.compactMap { $0["closingFen"]?.integer }.filter { $0 != 0 }
        #expect(closings == [72_000_000, -60_000_000, -12_000_000])
    }

    @Test(
        "a list of places is imported whole once, and a second time changes nothing",
        .enabled(if: sharedData("divisions/changzhi_2020.csv") != nil, "needs the shared data"))
    func divisions() throws {
        let folder = try Folder()
        let file = try #require(sharedData("divisions/changzhi_2020.csv")).path
        let first = try Program.run("import", "divisions", file, "--as-of", "2020-06-30", "--data", folder.path)
        #expect(first.output == "Read 3462 rows; 3462 log entries. Now 168 townships, 3278 villages.\n")
        let second = try Program.run("import", "divisions", file, "--as-of", "2020-06-30", "--data", folder.path)
        #expect(second.output == "Read 3462 rows; 0 log entries. Now 168 townships, 3278 villages.\n")
        let bad = try folder.write(
            "code,name,level,parent\n14049x,A,county,\n140499101000,B,township,140499000000\n", "b.csv")
        let refused = try Program.run("import", "divisions", bad, "--as-of", "2020-06-30", "--data", folder.path)
        #expect(refused.code == 1)
        #expect(refused.error.contains("2") && refused.error.contains("3"))
    }

    @Test("a bank's file is imported by a desk; every bad row is named, and nobody else imports")
    func deposits() throws {
        let folder = try Folder()
        let lines = try String(contentsOfFile: scenario("luxian-2019.jsonl"), encoding: .utf8).split(separator: "\n")
        let registered = lines.prefix(48).filter { !$0.contains("recordDeposit") && !$0.contains("qualifyBidder") }
        let story = try folder.write(registered.joined(separator: "\n"), "registered.jsonl")
        #expect(try Program.run("scenario", story, "--data", folder.path).code == 0)
        let head = "reference,date,amount,payer_name,payer_account,remark\n"
        func give(_ rows: String, _ office: String = "luxian-intake") throws -> Program.Ended {
            let file = try folder.write(head + rows, "bank.csv")
            return try Program.run("import", "deposits", file, "--as", office, "--data", folder.path)
        }
        let bad = try give("B1,2019-03-11,no,A,LZ-BANK-1,luxian-longcheng\nB2,11 March,10000,B,,luxian-yusi-coop\n")
        #expect(bad.code == 1)
        for words in ["2", "3", "amount", "date", "payer_account", "3111"] {
            #expect(bad.error.contains(words), "\(words)")
        }
        #expect(try give("B1,2019-03-11,10000,A,LZ-BANK-1,nobody\n").error.contains("3112"))
        #expect(try give("", "nobody").code == 2)
        let other = try give("B1,2019-03-11,10000.00,A,LZ-BANK-1,luxian-longcheng\n", "longcheng-account")
        #expect(other.code == 1)
        let good = try give(
            "B1,2019-03-11,10000.00,A,LZ-BANK-1,luxian-longcheng\nB2,2019-03-12,10000,B,LZ-BANK-2,luxian-yusi-coop\n"
                + "B3,2019-03-12,1.2.3,B,LZ-BANK-2,luxian-yusi-coop\n")
        #expect(good.output.hasPrefix("Line 4: not recorded."), "\(good.output)")
        #expect(good.output.hasSuffix("Read 2 rows: 2 deposits recorded; 3 log entries.\n"), "\(good.error)")
        #expect(try give("B1,2019-03-11,10000.00,A,LZ-BANK-1,luxian-longcheng\n").error.contains("3143"))
    }

    @Test("the demo county is seeded once; a second time changes nothing, and it verifies")
    func demo() throws {
        let folder = try Folder()
        let first = try Program.run("seed", "demo", "--data", folder.path, "--json")
        #expect(first.error == "")
        #expect(first.code == 0)
        let second = try Program.run("seed", "demo", "--data", folder.path, "--json")
        #expect(second.output == first.output)
        #expect(try Program.run("verify", "--data", folder.path).code == 0)
    }
}
