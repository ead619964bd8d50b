import HJ212
import Kernel
import Registry
import Storage
import Web

/// A letter about an exceeding day with its answer, as it is printed.
struct LetterPage {
    let facility: FacilityLine
    let letter: LetterLine
    /// The day it rests on, as it was judged then.
    let day: DayLine?
    private let row: LimitRow?
    private let writer: String
    private let answerer: String
    let actions: [Action]

    init?(_ request: PageRequest, in tx: any ReadTransaction) throws {
        guard let id = request.identifier("facility", as: FacilityName.self),
            let facility = try EnvironmentQueries.find(id, in: tx),
            let number = request.parameters["number"].flatMap({ Int64($0) }),
            let letter = try UpkeepQueries.letter(number, of: id, in: tx)
        else { return nil }
        self.facility = facility
        self.letter = letter
        let day = try EnvironmentQueries.day(of: id, letter.item, letter.day, version: letter.version, in: tx)
        self.day = day
        row = try EnvironmentQueries.limits(in: tx).first { $0.id == day?.row }
        func title(_ office: OfficeID) throws -> String { try OfficeQueries.find(office, in: tx)?.title ?? office.text }
        writer = try title(letter.office)
        answerer = try letter.answer.map { try title($0.office) } ?? ""
        let answer =
            letter.answer == nil && !letter.isVoid && request.principal?.office != letter.office
            ? try AnswerLetter.action(
                to: "/environment/facilities/\(id)/letters/\(number)/answer", for: request, at: facility.place,
                isPrimary: true, in: tx) : nil
        actions = [answer].compactMap(\.self)
    }

    private var number: Message { LetterText.number(letter.number, letter.writtenAt.date.year) }

    func page(_ request: PageRequest) -> Page {
        let alarm = EnvironmentText.alarm(.exceedance, letter.item)
        let replies: [any Component] = letter.answer.map { [reply($0, request)] } ?? []
        return Page(
            LetterText.letter, request,
            [
                Breadcrumb([
                    .init(request(EnvironmentText.title), "/environment"),
                    .init(facility.name, "/environment/facilities/\(facility.id)"),
                    .init(request(LetterText.letter)),
                ]),
                Headline(
                    LetterText.question, answer: letter.tag(at: request.now).html(request.language),
                    note: LetterText.toPrint), ActionBar(actions), sheet(request),
            ] + replies + [
                FactList([
                    .init(LetterText.alarm, HTML(text: request(LetterText.alarm(letter.alarm, alarm)))),
                    .init(LetterText.sent, HTML.time(letter.writtenAt, request.language)),
                    .init(LetterText.answerBy, HTML(text: request.format.date(letter.answerBy))),
                    .init(LetterText.answeredAt, letter.answer.map { HTML.time($0.at, request.language) }),
                ])
            ])
    }

    private func sheet(_ request: PageRequest) -> LetterSheet {
        let format = request.format
        let item = EnvironmentText.item(letter.item)
        let date = format.date(letter.day)
        var lines = [LetterText.toOperator(facility.name)]
        if let day {
            let isLow = day.limitHigh.map { (day.shown ?? $0) <= $0 } ?? true
            let value = isLow ? day.figures.lowest : day.shown
            let limit = isLow ? day.limitLow : day.limitHigh
            let unit = day.item.unit.isEmpty ? "" : " " + day.item.unit
            let source = row.map { row -> Message in
                let grade = EnvironmentText.grade(row.grade)
                return Message(zh: "\(row.standard)（\(grade.zh)）", en: "\(row.standard), grade \(grade.en)")
            }
            lines.append(
                LetterText.finding(
                    date, item, (value?.shortest ?? "—") + unit, (limit?.shortest ?? "—") + unit, day.row ?? "—",
                    source ?? EnvironmentText.standard))
            lines.append(LetterText.hours(day.figures.validHours, day.figures.dueHours, day.version))
        }
        return LetterSheet(
            title: LetterText.subject(facility.name, date, item), number: number,
            lines: lines + [LetterText.asked(letter.demand), LetterText.please(format.date(letter.answerBy))],
            signed: writer, day: format.date(letter.writtenAt))
    }

    private func reply(_ answer: LetterLine.Answer, _ request: PageRequest) -> LetterSheet {
        LetterSheet(
            title: LetterText.reply(number), number: nil,
            lines: [
                LetterText.toOffice(writer), LetterText.causes(answer.causes), LetterText.measures(answer.measures),
                LetterText.doneBy(request.format.date(answer.doneBy)),
            ], signed: answerer, day: request.format.date(answer.at))
    }
}

extension LetterLine {
    func tag(at now: Instant) -> Tag {
        if isVoid { return Tag(LetterText.void) }
        if answer != nil {
            return isLate(at: now) ? Tag(LetterText.answeredLate, .warning) : Tag(LetterText.answered, .good)
        }
        return isLate(at: now) ? Tag(LetterText.overdue, .bad) : Tag(LetterText.waits, .warning)
    }
}

/// A letter as an office writes it: title and number in the middle, whom it is for, the matter, who signs and when.
struct LetterSheet: Component {
    let title: Message
    let number: Message?
    /// The first is whom it is for.
    let lines: [Message]
    let signed: String
    let day: String

    func html(_ language: Language) -> HTML {
        let head: HTML? = number.map { "<p class=\"letter-number\">\($0, language)</p>\n" }
        let to: HTML? = lines.first.map { "<p class=\"letter-to\">\($0, language)</p>\n" }
        let body = lines.dropFirst().map { "<p>\($0, language)</p>\n" as HTML }
        return """
            <article class="letter"><h2>\(title, language)</h2>
            \(head)\(to)\(body)<p class="letter-end">\(signed)<br>\(day)</p></article>

            """
    }
}

/// The letters of a facility, on its page.
struct LetterTable {
    let letters: [LetterLine]

    func table(_ request: PageRequest) -> DataTable {
        DataTable(
            columns: [
                .init(LetterText.number), .init(LetterText.about), .init(LetterText.sent), .init(LetterText.answerBy),
                .init(EnvironmentText.state, .state),
            ],
            rows: letters.map { letter in
                let about = EnvironmentText.alarm(.exceedance, letter.item)
                return [
                    HTML.link(
                        request(LetterText.number(letter.number, letter.writtenAt.date.year)),
                        to: "/environment/facilities/\(letter.facility)/letters/\(letter.number)"),
                    HTML(text: "\(request.format.date(letter.day)) \(request(about))"),
                    HTML.time(letter.writtenAt, request.language), HTML(text: request.format.date(letter.answerBy)),
                    letter.tag(at: request.now).html(request.language),
                ]
            }, empty: EmptyState(LetterText.noLetters))
    }
}
