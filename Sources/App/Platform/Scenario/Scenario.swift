package import Kernel

/// A file of commands with their hours: acceptance test, training material and seed in one.
///
/// One JSON object a line: `{"at": instant, "by": office, "do": command, "with": {…}, "key": …}`. `key` may be left out
/// (the line's number is taken); `expect` is the number of the rejection that the line is there to show.
package struct Scenario: Sendable {
    package struct Line: Sendable {
        /// In the file, from 1.
        package let number: Int
        package let at: Instant
        package let office: OfficeID
        package let command: String
        package let arguments: JSON
        package let key: String
        package let expected: Int?

        package init(
            number: Int, at: Instant, office: OfficeID, command: String, arguments: JSON, key: String,
            expected: Int? = nil
        ) {
            self.number = number
            self.at = at
            self.office = office
            self.command = command
            self.arguments = arguments
            self.key = key
            self.expected = expected
        }
    }

    package let lines: [Line]

    package init(_ lines: [Line]) {
        self.lines = lines
    }

    /// Reads a file; empty lines and lines beginning with `#` say nothing. Throws every bad line.
    package init(parsing bytes: [UInt8]) throws(Rejection) {
        var lines: [Line] = []
        var bad: [Rejection] = []
        for (position, text) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let isSaying = text.contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") && $0 != 0x09 }
            guard isSaying, text.first != UInt8(ascii: "#") else { continue }
            do throws(Rejection) {
                lines.append(try Scenario.line(position + 1, Array(text)))
            } catch {
                bad += error.flattened.map { $0.under("line \(position + 1)") }
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        self.lines = lines
    }

    private static let members: Set<String> = ["at", "by", "do", "with", "key", "expect"]

    private static func line(_ number: Int, _ bytes: [UInt8]) throws(Rejection) -> Line {
        let json = try JSON(parsing: bytes)
        guard let members = json.object, Set(members.keys).isSubset(of: Scenario.members), let at = members["at"],
            let office = members["by"]?.string.flatMap({ OfficeID($0) }), let command = members["do"]?.string,
            members["key"].map({ $0.string != nil }) ?? true, members["expect"].map({ $0.integer != nil }) ?? true
        else { throw PlatformRejection.badScenarioLine(line: number).rejection }
        return Line(
            number: number, at: try Instant(field: at, notation: .exact), office: office, command: command,
            arguments: members["with"] ?? .object([:]), key: members["key"]?.string ?? "line-\(number)",
            expected: members["expect"]?.integer.map { Int($0) })
    }
}
