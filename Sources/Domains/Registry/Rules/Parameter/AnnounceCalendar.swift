package import Kernel
package import Storage

/// Brings in the State Council's list of a year's holidays and worked weekends; a list that comes later replaces the
/// earlier of the same year. It holds everywhere, and what waited for it goes on by itself.
package struct AnnounceCalendar: RegistryCommand {
    package static let name = "announceCalendar"
    package static var title: Message { RegistryText.announceCalendar }
    package static let access: Access = [.anywhere(.administrator)]
    package static let refusals: [RegistryRefusal] = [.noChange]

    /// Rows `date,name,kind`, or JSON (`CalendarFile`).
    package let file: FileText
    /// Which year is taken out of a file of several; nil takes the one of which most days are there.
    package let year: YearNumber?
    /// The notice, by its number: 国办发明电〔2026〕7号.
    package let source: String?

    package init(file: FileText, year: YearNumber? = nil, source: String? = nil) {
        self.file = file
        self.year = year
        self.source = source
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            file: pass.value("file", \.file), year: pass.optional("year", \.year),
            source: pass.optional("source", \.source))
    }

    package func stream(_ context: Context) -> StreamID {
        let named = year.map { Int($0.value) } ?? (try? list())?.year
        return .calendar(of: named ?? 0)
    }

    package struct Facts: Sendable {
        /// What is known so far.
        package let calendar: WorkingCalendar
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { .root }

    private func list() throws(Rejection) -> CalendarYear {
        try CalendarFile(Array(file.text.utf8)).year(year.map { Int($0.value) })
    }
}

extension AnnounceCalendar {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let list: CalendarYear
        do throws(Rejection) {
            list = try self.list()
        } catch {
            throw error.under("file")
        }
        guard facts.calendar.adding(list) != facts.calendar else { throw RegistryRefusal.noChange.at("file") }
        return [CalendarAnnounced(year: YearNumber(clamping: Int64(list.year)), days: list.days, source: source)]
    }
}

extension StreamID {
    /// Of one year's holidays.
    package static func calendar(of year: Int) -> StreamID { StreamID("calendar", String(year)) }
}

/// The holidays and worked weekends of a year are known, or known anew.
package struct CalendarAnnounced: RegistryEvent {
    package static let name = "calendarAnnounced"

    package let year: YearNumber
    package let days: [CalendarDay]
    package let source: String?

    package var place: DivisionID { .root }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            year: pass.value("year", \.year), days: pass.list("days", \.days),
            source: pass.optional("source", \.source))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
