import ArgumentParser
import Attachments
import Foundation
import Kernel
import Platform

/// `qianmo import papers DIR`: every file of a folder taken, known already, or refused with its reason, one line each.
struct ImportPapers: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "papers", abstract: CLIText.importPapers.here)

    @Argument(help: "\(CLIText.papersFolder.here)") var folder: String
    @OptionGroup var place: DataLocation

    func run() throws {
        let installation = try place.installation(mayWait: true)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        var rows: [JSON] = []
        for name in names {
            let file = URL(filePath: folder).appending(path: name)
            guard let bytes = FileManager.default.contents(atPath: file.path) else {
                // A folder, a way that leads nowhere, a file nobody may read: none is passed over in silence.
                rows.append([
                    "file": .string(name), "verdict": "refuse",
                    "text": .string(Console.language(CLIText.cannotRead(file.path))),
                ])
                continue
            }
            rows.append(.object(answer(Array(bytes), name, installation)))
        }
        if place.isJSON {
            Console.json(["rows": .array(rows)])
        } else {
            for row in rows { Console.line(line(row)) }
        }
    }

    private func answer(_ bytes: [UInt8], _ name: String, _ installation: Installation) -> [String: JSON] {
        var row: [String: JSON] = ["file": .string(name), "bytes": .integer(Int64(bytes.count))]
        do {
            let mark = PaperStore.mark(of: bytes)
            let isKnown = installation.papers.store.holds(mark)
            _ = try installation.papers.keep(
                bytes, name: name, by: Principal.administrator.person, at: installation.clock.now())
            let note = try installation.papers.store.note(mark)
            row["verdict"] = .string(isKnown ? "known" : "accept")
            row["sha256"] = .string(mark)
            row["type"] = .string(note?.kind.type ?? "")
            row["remarks"] = .array((note?.remarks ?? []).map(\.rawValue).sorted().map(JSON.string))
        } catch let rejection as Rejection {
            row["verdict"] = "refuse"
            row["number"] = .integer(Int64(rejection.number))
            row["text"] = .string(
                Console.language(
                    Message(
                        zh: rejection.text.zh + rejection.next.zh, en: "\(rejection.text.en) \(rejection.next.en)")))
        } catch {
            row["verdict"] = "refuse"
            row["text"] = .string("\(error)")
        }
        return row
    }

    private func line(_ row: JSON) -> String {
        let words = ["file", "verdict", "type", "text"].compactMap { row[$0]?.string }
        return words.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
