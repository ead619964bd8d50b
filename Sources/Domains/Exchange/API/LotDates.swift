import Kernel
import Registry
import Storage
import Web

/// `/lots/{lot}/dates.ics`: the lot's days for somebody's own calendar.
enum LotDates {
    static func path(of lot: LotID) -> String { "/lots/\(lot)/dates.ics" }

    static func route(_ database: any Database) -> Route {
        Route(
            "/lots/{lot}/dates.ics", ExchangeText.Page.takeDates, .everyone,
            .file(contentType: DateFile.contentType) { request in
                guard let view = try Exchange.view(request, database) else { return .notFound }
                return .file(
                    DateFile(entries(view, request), now: request.now).bytes, name: "\(view.line.id).ics")
            })
    }

    /// What is still to come of the lot.
    static func entries(_ view: LotView, _ request: PageRequest) -> [DateFile.Entry] {
        let dates: [(String, Instant?, Message)] = [
            ("closes", view.line.closesAt, ExchangeText.Field.closesAt),
            ("opens", view.opensAt, ExchangeText.Field.opensAt),
            ("ends", view.currentEnd ?? view.endsAt, ExchangeText.Field.endsAt),
            ("objections", view.publicityEndsAt, ExchangeText.Page.objectionsUntil),
            ("sign", view.signBy, ExchangeText.Page.signUntil),
        ]
        return dates.compactMap { key, at, words in
            guard let at, at > request.now else { return nil }
            return DateFile.Entry(
                "\(view.line.id)-\(key)", at: at,
                "\(request(words)) · \(view.line.assetName) · \(view.line.villageName)",
                link: request.origin + "/lots/\(view.line.id)")
        }
    }
}
