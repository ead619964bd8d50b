/// How far a date of a command may lie from the day it is given: a year typed wrong is found where it is typed.
package struct DateReach: Sendable, Hashable {
    /// Days before the day of the command.
    package let back: Int
    /// Days after it.
    package let ahead: Int

    package init(back: Int, ahead: Int) {
        self.back = back
        self.ahead = ahead
    }

    /// Whole years, of 366 days each.
    package static func years(back: Int, ahead: Int) -> DateReach { DateReach(back: back * 366, ahead: ahead * 366) }

    /// Where a verb says nothing: birthdays lie behind, the ends of long leases ahead.
    package static let century = DateReach.years(back: 110, ahead: 100)

    package func days(around day: CivilDate) -> ClosedRange<CivilDate> {
        day.adding(days: -back)...day.adding(days: ahead)
    }

    /// The first of the dates in `arguments` that lies too far from `day`: its field, and the days that are taken.
    /// `reaches` are those of the verb, by field; a part of a list is named `lines.date`.
    package static func find(
        in arguments: [String: JSON], _ fields: [FieldShape.Field], _ reaches: [String: DateReach],
        notation: FieldNotation, around day: CivilDate, under path: String = "", shown: String = ""
    ) -> (field: String, date: CivilDate, days: ClosedRange<CivilDate>)? {
        for field in fields {
            guard let value = arguments[field.name] else { continue }
            let (name, shown) = (path + field.name, shown + field.name)
            func find(in record: JSON, _ parts: [FieldShape.Field], _ shown: String)
                -> (field: String, date: CivilDate, days: ClosedRange<CivilDate>)?
            {
                DateReach.find(
                    in: record.object ?? [:], parts, reaches, notation: notation, around: day, under: "\(name).",
                    shown: shown)
            }
            switch field.shape.kind {
            case .list(let parts):
                for (index, part) in (value.array ?? []).enumerated() {
                    if let found = find(in: part, parts, "\(shown)[\(index)].") { return found }
                }
            case .object(let parts): if let found = find(in: value, parts, "\(shown).") { return found }
            case .date, .instant:
                guard let date = date(value, field.shape, notation) else { continue }
                let days = (reaches[name] ?? .century).days(around: day)
                if !days.contains(date) { return (shown, date, days) }
            default: continue
            }
        }
        return nil
    }

    /// Those of `fields` that are dates or hold some, so that a command without any is asked nothing.
    package static func dated(_ fields: [FieldShape.Field]) -> [FieldShape.Field] {
        fields.filter { field in
            switch field.shape.kind {
            case .date, .instant: true
            case .list(let parts), .object(let parts): !dated(parts).isEmpty
            default: false
            }
        }
    }

    private static func date(_ value: JSON, _ shape: FieldShape, _ notation: FieldNotation) -> CivilDate? {
        shape.kind == .date
            ? try? CivilDate(field: value, notation: notation)
            : (try? Instant(field: value, notation: notation)).map(\.date)
    }
}
