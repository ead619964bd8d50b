import ArgumentParser
import Foundation
import Kernel
import Platform
import Registry
import Storage

/// `qianmo import calendar FILE`: every row is answered; every year of the file that is whole is brought in.
struct ImportCalendarFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "calendar", abstract: CLIText.importCalendar.here)

    @Argument(help: "\(CLIText.calendarFile.here)") var file: String
    @Option(help: "\(CLIText.calendarYear.here)", transform: Within.range(1...9_999)) var year: Int?
    @Option(help: "\(CLIText.calendarSource.here)") var source: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        let bytes = try Files.read(file)
        // Decoded here: the command takes text, whatever the file was written in.
        let text = try TableText(bytes).text
        let list = try CalendarFile(Array(text.utf8))
        let hasDays = list.rows.contains { if case .setAside = $0.outcome { false } else { true } }
        guard hasDays else { throw KernelRejection.tableEmpty.rejection }
        let installation = try place.installation()
        for row in list.rows { Console.answer(row, isJSON: place.isJSON) }
        var refused = list.rows.contains { if case .refused = $0.outcome { true } else { false } }
        for year in year.map({ [$0] }) ?? list.years {
            var arguments: [String: JSON] = ["file": .string(text), "year": .integer(Int64(year))]
            if let source { arguments["source"] = .string(source) }
            let answer = try await installation.writer.submit(
                Submission(
                    command: AnnounceCalendar.fullName, arguments: .object(arguments), principal: .administrator,
                    key: "import-\(UUID().uuidString)"))
            // A year that stands so already is no fault of the file.
            if case .rejected(let rejection) = answer, rejection.number != RegistryRefusal.noChange.number {
                refused = true
            }
            Console.answer(year, answer, isJSON: place.isJSON)
        }
        if refused { throw ExitCode(1) }
    }
}

extension Console {
    fileprivate static func answer(_ row: CalendarFile.Row, isJSON: Bool) {
        let (word, text): (String, String) =
            switch row.outcome {
            case .accepted(let day): ("accepted", "\(day.date) \(day.name) \(day.kind.rawValue)")
            case .setAside(let reason): ("setAside", language(reason.text))
            case .refused(let rejection): ("refused", rejection.flattened.map(told).joined(separator: " "))
            }
        guard !isJSON else {
            return json(["line": .integer(Int64(row.line)), "outcome": .string(word), "text": .string(text)])
        }
        line(language(CLIText.calendarRow(row.line, word, text)))
    }

    fileprivate static func answer(_ year: Int, _ answer: Answer, isJSON: Bool) {
        let (word, text): (String, String) =
            switch answer {
            case .accepted: ("announced", language(CLIText.calendarKnown(year)))
            case .rejected(let rejection): ("refused", rejection.flattened.map(told).joined(separator: " "))
            }
        guard !isJSON else {
            return json(["year": .integer(Int64(year)), "outcome": .string(word), "text": .string(text)])
        }
        line("\(year): \(text)")
    }

    private static func told(_ rejection: Rejection) -> String {
        let field = rejection.field.map { "\($0): " } ?? ""
        return "\(rejection.number) \(field)\(language(rejection.text))"
    }
}
