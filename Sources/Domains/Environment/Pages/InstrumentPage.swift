import HJ212
import Kernel
import Registry
import Storage
import Web

/// What makes the data of a facility count: its instruments with their checks, and the marks by hand.
struct InstrumentPage {
    let facility: FacilityLine
    let instruments: [InstrumentLine]
    let marks: [MarkLine]
    let actions: [Action]
    private let mayCheck: Bool
    private let mayConfirm: Bool
    private let mayWithdraw: Bool

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx)
        else { return nil }
        self.facility = facility
        instruments = try InstrumentQueries.instruments(of: id, in: tx)
        marks = try InstrumentQueries.marks(
            of: id, from: request.now.date.adding(days: -FacilityPage.shownDays), in: tx)
        let here = "/environment/facilities/\(id)"
        actions = try VerbForm.actions(
            [(MarkHours.self, here + "/marks/new"), (RegisterInstrument.self, here + "/instruments/new")], request,
            at: facility.place, inOrder: true, in: tx)
        mayCheck = try RecordCheck.isOffered(to: request, at: facility.place, in: tx)
        mayConfirm = try ConfirmMark.isOffered(to: request, at: facility.place, in: tx)
        mayWithdraw = try WithdrawMark.isOffered(to: request, at: facility.place, in: tx)
    }

    private var here: String { "/environment/facilities/\(facility.id)" }

    func page(_ request: PageRequest) -> Page {
        let inForce = instruments.count { $0.isInForce(on: request.now.date) }
        let waiting = marks.count { $0.state == .waiting }
        return Page(
            InstrumentText.title, request,
            [
                Breadcrumb([
                    .init(request(EnvironmentText.title), "/environment"), .init(facility.name, here),
                    .init(request(InstrumentText.title)),
                ]),
                Headline(
                    InstrumentText.question, answer: InstrumentText.answer(inForce: inForce, waiting: waiting),
                    note: InstrumentText.note, in: request.language), ActionBar(actions),
                Section(InstrumentText.instruments, [instrumentTable(request)]),
                Section(InstrumentText.marks, [markTable(request)]),
            ])
    }

    private func instrumentTable(_ request: PageRequest) -> DataTable {
        let rows = instruments.map { line -> [HTML] in
            let check = line.check.map { check -> HTML in
                HTML.time(check.at, request.language) + " "
                    + Tag(
                        check.passed ? InstrumentText.passed : InstrumentText.failed, check.passed ? .good : .bad
                    ).html(request.language)
            }
            let comparison = line.comparison.map { compared in
                HTML(text: request(InstrumentText.within(compared, request.format.date(compared.day))))
            }
            return [
                HTML(text: line.item.rawValue), HTML(text: "\(line.model) · \(line.serial)"),
                HTML(text: line.range.shortest), accepted(line, request), check ?? "—", comparison ?? "—",
                acts(on: line, request),
            ]
        }
        return DataTable(
            columns: [
                .init(EnvironmentText.item), .init(InstrumentText.model), .init(InstrumentText.range, .number),
                .init(InstrumentText.accepted), .init(InstrumentText.lastCheck), .init(InstrumentText.lastComparison),
                .init(EnvironmentText.act),
            ], rows: rows, empty: EmptyState(InstrumentText.noInstruments))
    }

    private func accepted(_ line: InstrumentLine, _ request: PageRequest) -> HTML {
        if line.retired != nil { return Tag(InstrumentText.retired).html(request.language) }
        guard let day = line.accepted else { return Tag(InstrumentText.notAccepted, .warning).html(request.language) }
        return HTML(text: request.format.date(day))
    }

    private func acts(on line: InstrumentLine, _ request: PageRequest) -> HTML {
        guard line.retired == nil else { return "" }
        let path = here + "/instruments/\(line.number)"
        var links: [HTML] = []
        if mayConfirm, line.accepted == nil {
            links.append(HTML.link(request(InstrumentText.accept), to: path + "/accept"))
        }
        if mayCheck {
            links.append(HTML.link(request(InstrumentText.check), to: path + "/check"))
            links.append(HTML.link(request(InstrumentText.compare), to: path + "/comparison"))
            links.append(HTML.link(request(InstrumentText.retire), to: path + "/retire"))
        }
        return HTML.joined(links, by: " · ")
    }

    private func markTable(_ request: PageRequest) -> DataTable {
        let rows = marks.map { line -> [HTML] in
            let path = here + "/marks/\(line.number)"
            var links: [HTML] = []
            if mayConfirm, line.state == .waiting, line.by != request.principal?.person {
                links.append(HTML.link(request(InstrumentText.confirm), to: path + "/confirm"))
            }
            if mayWithdraw, line.state != .withdrawn {
                links.append(HTML.link(request(InstrumentText.withdraw), to: path + "/withdraw"))
            }
            return [
                HTML(text: request.format.count(line.number)), HTML(text: request.format.date(line.day)),
                HTML(text: request(InstrumentText.hours(line.from, line.until))),
                HTML(text: line.item?.rawValue ?? request(InstrumentText.allItems)),
                HTML(text: request(InstrumentText.mark(line.mark))), HTML(text: line.reason),
                line.state.tag.html(request.language), HTML.joined(links, by: " · "),
            ]
        }
        return DataTable(
            columns: [
                .init(EnvironmentText.number, .number), .init(EnvironmentText.day, .number),
                .init(InstrumentText.hours, .number), .init(EnvironmentText.item), .init(InstrumentText.markHow),
                .init(InstrumentText.why), .init(EnvironmentText.state, .state), .init(EnvironmentText.act),
            ], rows: rows, empty: EmptyState(InstrumentText.noMarks))
    }
}

/// Where a mark stands.
enum MarkState {
    case waiting, holds, withdrawn

    var tag: Tag {
        switch self {
        case .waiting: Tag(InstrumentText.waiting, .warning)
        case .holds: Tag(InstrumentText.holds, .good)
        case .withdrawn: Tag(InstrumentText.withdrawn)
        }
    }
}

extension MarkLine {
    var state: MarkState { withdrawnAt != nil ? .withdrawn : confirmedAt == nil ? .waiting : .holds }
}
