package import Kernel

/// A file of frames with what somebody listed of each: every frame judged on its own, and held against the list.
package struct FrameReplay: Sendable {
    package enum Column: String, Hashable, Sendable, CaseIterable {
        case frame, hex, actual, declared, lengthOK, checksum, computed, checksumOK, dialect, st, cn
    }

    package struct Outcome: Sendable {
        package let verdict: FrameVerdict
        /// Names of listed columns that say something else than the verdict.
        package let differs: [String]
        package let listed: Int

        package var agrees: Bool? { listed == 0 ? nil : differs.isEmpty }
    }

    /// A row of the file: its line from 1, and the verdict or what is wrong with the row itself.
    package struct Row: Sendable {
        package let line: Int
        package let result: Result<Outcome, Rejection>
    }

    package let rows: [Row]
    package var outcomes: [Outcome] { rows.compactMap { try? $0.result.get() } }

    private static let reader = TableReader<Column>([
        TableColumn(.frame, ["frame"], isRequired: false), TableColumn(.hex, ["frame_hex"], isRequired: false),
        TableColumn(.actual, ["actual_len"], isRequired: false),
        TableColumn(.declared, ["declared_len"], isRequired: false),
        TableColumn(.lengthOK, ["length_ok"], isRequired: false),
        TableColumn(.checksum, ["declared_crc"], isRequired: false),
        TableColumn(.computed, ["computed_crc_hj212_annexA", "crc_annexA"], isRequired: false),
        TableColumn(.checksumOK, ["crc_ok"], isRequired: false),
        TableColumn(.dialect, ["dialect"], isRequired: false), TableColumn(.st, ["st"], isRequired: false),
        TableColumn(.cn, ["cn"], isRequired: false),
    ])

    /// A table with a column `frame` (or `frame_hex`), or plain lines that each begin with `##`.
    package init(_ bytes: [UInt8], station: StationProfile) throws(Rejection) {
        let text = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        if text.starts(with: [0x23, 0x23]) {
            let frames = text.split(omittingEmptySubsequences: false) { $0 == 0x0A }
            rows = frames.enumerated().compactMap { index, line in
                guard !line.allSatisfy({ $0 == 0x0D || $0 == 0x20 }) else { return nil }
                let verdict = FrameVerdict(judging: Array(line), by: station)
                return Row(line: index + 1, result: .success(Outcome(verdict: verdict, differs: [], listed: 0)))
            }
            return
        }
        let table = try Self.reader.read(bytes)
        guard table.has(.frame) || table.has(.hex) else {
            throw KernelRejection.tableHeading(missing: ["frame"]).rejection
        }
        let answers = table.answers { (row) throws(Rejection) in .accepted(try Self.judge(row, station)) }
        rows = answers.compactMap { answer in
            switch answer.outcome {
            case .accepted(let outcome): Row(line: answer.line, result: .success(outcome))
            case .refused(let rejection): Row(line: answer.line, result: .failure(rejection))
            case .setAside: nil
            }
        }
    }

    private static func judge(_ row: Table<Column>.Row, _ station: StationProfile) throws(Rejection) -> Outcome {
        func raw(_ key: Column) -> String? {
            row.column(key).flatMap { row.cells.indices.contains($0 - 1) ? row.cells[$0 - 1] : nil }
        }
        let frame: [UInt8]
        if let text = raw(.frame), !text.isEmpty {
            frame = Array(text.utf8)
        } else if let bytes = raw(.hex).flatMap({ HexFigures.bytes($0) }), !bytes.isEmpty {
            frame = bytes
        } else {
            throw KernelRejection.missing(field: row.name(.frame)).rejection
        }
        // The dialect of a row is what its station registered.
        var station = station
        if let dialect = raw(.dialect).flatMap({ ChecksumDialect(rawValue: $0) }) { station.dialect = dialect }
        let verdict = FrameVerdict(judging: frame, by: station)
        var (differs, listed) = ([String](), 0)
        for key in Column.allCases {
            guard let said = raw(key), let holds = agreement(key, said, verdict) else { continue }
            listed += 1
            if !holds { differs.append(row.heading(key)) }
        }
        return Outcome(verdict: verdict, differs: differs, listed: listed)
    }

    /// Nil where the column lists nothing that can be held against the verdict.
    private static func agreement(_ key: Column, _ said: String, _ verdict: FrameVerdict) -> Bool? {
        guard !said.isEmpty else { return nil }
        func same(_ word: String?) -> Bool { (word ?? "").uppercased() == said.uppercased() }
        switch key {
        case .frame, .hex: return nil
        case .actual: return Int(said) == verdict.actualLength
        case .declared: return Int(said) == verdict.declaredLength.flatMap { Int($0) }
        case .lengthOK: return same(verdict.lengthHolds ? "yes" : "no")
        case .checksum: return same(verdict.declaredChecksum)
        case .computed: return same(verdict.computedChecksum)
        case .checksumOK: return same(verdict.checksumHolds ? "yes" : "no")
        case .dialect: return said == "none" ? verdict.dialect == nil : same(verdict.dialect?.rawValue)
        case .st: return same(verdict.segment?.st)
        case .cn: return same(verdict.segment?.cn)
        }
    }
}
