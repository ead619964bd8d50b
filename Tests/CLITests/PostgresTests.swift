import Foundation
import Kernel
import Synchronization
import TestSupport
import Testing

/// Where the PostgreSQL of this run keeps one installation, as arguments.
struct Schema {
    let name = TestPostgres.schemaName()

    func run(_ arguments: String..., data: Folder) throws -> Program.Ended {
        try Program.run(arguments + self.arguments(data))
    }

    func arguments(_ data: Folder) throws -> [String] {
        ["--data", data.path, "--database", try #require(TestPostgres.url), "--schema", name]
    }
}

@Suite(
    "The program on PostgreSQL",
    .enabled(if: Program.isBuilt && TestPostgres.isThere, "needs PostgreSQL: scripts/with-postgres.sh"))
struct PostgresTests {
    @Test("a scenario gives the same log as on the embedded store, and all of it verifies")
    func sameLog() throws {
        let luxian = scenario("luxian-2019.jsonl")
        let (embedded, server) = (try Folder(), try Folder())
        let schema = Schema()
        let wanted = try Program.run("scenario", luxian, "--data", embedded.path, "--json")
        let found = try schema.run("scenario", luxian, "--json", data: server)
        #expect(found.code == 0, "\(found.error)")
        #expect(found.output == wanted.output)
        let verified = try schema.run("verify", data: server)
        #expect(verified.output.hasPrefix("Verified: 104 log entries, "), "\(verified.error)")
        let balance = ["trial-balance", "--org", "tanba-collective", "--at", "2023-12-31", "--json"]
        #expect(
            try Program.run(balance + schema.arguments(server)).output
                == Program.run(balance + ["--data", embedded.path]).output)
        // Nothing of the log lies in the folder: the keys and nothing else.
        #expect(try FileManager.default.contentsOfDirectory(atPath: server.path) == ["keys"])
        #expect(try Schema().run("verify", data: server).code == 2)
    }

    @Test(
        "a role for public pages reads them, and neither writes nor sees what is sealed, answered or said in confidence"
    )
    func readingRole() throws {
        let (folder, schema) = (try Folder(), Schema())
        #expect(try schema.run("scenario", scenario("luxian-2019.jsonl"), data: folder).code == 0)
        let role = "reader_" + schema.name.suffix(12)
        let url = try #require(TestPostgres.url)
        let reader = url.replacing("//postgres@", with: "//\(role)@")
        #expect(try schema.run("grant", role, data: folder).error.contains("there is no role"))
        #expect(try sql("CREATE ROLE \(role) LOGIN", by: url) == 0)
        // Before the grant it reads nothing, so public pages read by it fail.
        func lots() throws -> Int? {
            let serving = try Serving(schema.arguments(folder) + ["--readers", reader])
            defer { serving.kill() }
            return try serving.get("/lots").status
        }
        #expect(try lots() == 500)
        let granted = try schema.run("grant", role, data: folder)
        #expect(granted.output.hasPrefix("\(role) may read "), "\(granted.error)")
        #expect(try lots() == 200)
        for table in ["lot", "log_entry", "log_head"] {
            #expect(try sql("SELECT count(*) FROM \(schema.name).\(table)", by: reader) == 0, "\(table)")
        }
        for table in ["sealed_value", "subject_key", "command_answer", "due_command", "objection_text"] {
            #expect(try sql("SELECT count(*) FROM \(schema.name).\(table)", by: reader) != 0, "\(table)")
            #expect(try sql("SELECT count(*) FROM \(schema.name).\(table)", by: url) == 0, "\(table)")
        }
        for statement in [
            "UPDATE \(schema.name).lot SET state = state", "DELETE FROM \(schema.name).lot",
            "INSERT INTO \(schema.name).log_tile VALUES (9, 9, '')", "CREATE TABLE \(schema.name).own (id bigint)",
            "SELECT count(*) FROM \(schema.name)_sign_in.sign_in_account",
        ] { #expect(try sql(statement, by: reader) != 0, "\(statement)") }
    }

    /// The exit code of psql, a program of others.
    private func sql(_ statement: String, by url: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/psql")
        process.arguments = ["-X", "-q", "-c", statement, url]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test("a second command is refused while another writes, and a name that is none is wrong usage")
    func refused() throws {
        let (folder, schema) = (try Folder(), Schema())
        let serving = try Serving(schema.arguments(folder))
        let second = try schema.run("migrate", data: folder)
        #expect(second.code == 1)
        #expect(second.error.contains("another program is writing"))
        serving.kill()
        #expect(try schema.run("migrate", data: folder).code == 0)
        #expect(try Program.run("migrate", "--database", "postgres://x", "--schema", "a\"b").code == 2)
    }
}

@Suite(
    "Two servers, one database",
    .enabled(if: Program.isBuilt && TestPostgres.isThere, "needs PostgreSQL: scripts/with-postgres.sh"))
struct StandByTests {
    /// What became of the commands sent to the writer.
    private struct Sent {
        var answered: [String: [Int64]] = [:]
        var unanswered: [String] = []
    }

    @Test(
        "the writer is killed under load: the stand-by shows everything meanwhile, takes over within 10 s, and nothing answered is lost"
    )
    func takesOver() throws {
        let (folder, schema) = (try Folder(), Schema())
        let writer = try Serving(schema.arguments(folder))
        let token = try writer.signIn()
        let standBy = try Serving(schema.arguments(folder))
        // The stand-by serves reading at once and says no to commands, with its number; the session counts there too.
        let refused = try standBy.openOffice("first", token)
        #expect(refused.status == 503)
        #expect(refused.number == 1_211, "\(refused.text)")
        #expect(try standBy.get("/healthz/writer").status == 503)
        #expect(try writer.get("/healthz/writer").status == 200)
        let first = try writer.openOffice("first", token)
        #expect(first.entries == [0], "\(first.text)")
        #expect(try standBy.get("/healthz").json?["size"]?.integer == 1)

        let sent = load(writer, token, killingAfter: 25)
        #expect(sent.answered.count >= 25)
        let killed = ContinuousClock.now
        var taken: HTTPAnswer?
        while killed.duration(to: .now) < .seconds(10), taken?.status != 200 {
            Thread.sleep(forTimeInterval: 0.1)
            taken = try standBy.openOffice("after", token)
        }
        #expect(taken?.status == 200, "\(taken?.text ?? "")")
        #expect(try standBy.get("/healthz/writer").status == 200)
        // Every answered command is there as it was answered; the others are taken once.
        for (name, entries) in sent.answered { #expect(try insist(standBy, name, token).entries == entries, "\(name)") }
        for name in sent.unanswered { #expect(try insist(standBy, name, token).status == 200, "\(name)") }
        let size = try standBy.get("/healthz").json?["size"]?.integer
        #expect(size == Int64(2 + sent.answered.count + sent.unanswered.count))
        standBy.kill()
        let verified = try schema.run("verify", data: folder)
        #expect(verified.code == 0, "\(verified.error)")
    }

    @Test("a page open at the stand-by hears of what the writer wrote")
    func livePages() throws {
        let (folder, schema) = (try Folder(), Schema())
        let writer = try Serving(schema.arguments(folder))
        let token = try writer.signIn()
        let standBy = try Serving(schema.arguments(folder))
        let heard = Mutex("")
        let hasEnded = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let text = try? standBy.get("/events", until: "\"newest\":").text
            heard.withLock { $0 = text ?? "" }
            hasEnded.signal()
        }
        for name in 0..<20 where hasEnded.wait(timeout: .now() + 0.5) == .timedOut {
            #expect(try writer.openOffice("office\(name)", token).status == 200)
        }
        _ = hasEnded.wait(timeout: .now() + 10)
        #expect(heard.withLock { $0 }.contains("\"newest\":"))
    }

    /// Opens offices over eight connections at a time, kills the writer when so many have been answered, and goes on until
    /// every sender has noticed.
    private func load(_ writer: Serving, _ token: String, killingAfter count: Int) -> Sent {
        let sent = Mutex(Sent())
        let senders = DispatchGroup()
        for sender in 0..<8 {
            senders.enter()
            Thread.detachNewThread {
                defer { senders.leave() }
                for number in 0..<200 {
                    let name = "office-\(sender)-\(number)"
                    guard let answer = try? writer.openOffice(name, token) else {
                        sent.withLock { $0.unanswered.append(name) }
                        return
                    }
                    guard let entries = answer.entries else { continue }
                    let answered = sent.withLock { sent in
                        sent.answered[name] = entries
                        return sent.answered.count
                    }
                    if answered == count { writer.kill() }
                }
            }
        }
        senders.wait()
        return sent.withLock { $0 }
    }

    /// Again while the server says "too many just now".
    private func insist(_ server: Serving, _ name: String, _ token: String) throws -> HTTPAnswer {
        var answer = try server.openOffice(name, token)
        while answer.status == 429 {
            Thread.sleep(forTimeInterval: 0.3)
            answer = try server.openOffice(name, token)
        }
        return answer
    }
}
