package import Kernel

/// Dates for somebody's own calendar (RFC 5545): points of time, each with its words and a link back.
package struct DateFile: Sendable {
    package static let contentType = "text/calendar; charset=utf-8"

    package struct Entry: Sendable {
        let id: String
        let at: Instant
        let summary: String
        let link: String

        /// `id` stays the same when the date moves, so that a calendar moves it too.
        package init(_ id: String, at: Instant, _ summary: String, link: String) {
            self.id = id
            self.at = at
            self.summary = summary
            self.link = link
        }
    }

    let entries: [Entry]
    let now: Instant

    package init(_ entries: [Entry], now: Instant) {
        self.entries = entries
        self.now = now
    }

    package var bytes: [UInt8] {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qianmo//Dates//ZH", "CALSCALE:GREGORIAN"]
        for entry in entries {
            lines += [
                "BEGIN:VEVENT", "UID:\(Self.escaped(entry.id))@qianmo", "DTSTAMP:\(Self.utc(now))",
                "DTSTART:\(Self.utc(entry.at))", "SUMMARY:\(Self.escaped(entry.summary))",
                "URL:\(entry.link)", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D",
                "DESCRIPTION:\(Self.escaped(entry.summary))", "END:VALARM", "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        return Array(lines.map { Self.folded($0) + "\r\n" }.joined().utf8)
    }

    /// 20261205T000000Z.
    private static func utc(_ instant: Instant) -> String {
        let shanghai = Int64(8 * 3_600_000)
        let day = Instant(milliseconds: instant.milliseconds - shanghai).date
        let seconds = (instant.milliseconds - (day.start.milliseconds + shanghai)) / 1_000
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return day.description.filter { $0 != "-" } + "T" + time + "Z"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\n", with: "\\n")
    }

    /// Lines of at most 75 bytes; what is longer goes on after a space, never within a character.
    private static func folded(_ line: String) -> String {
        var (out, width) = ("", 0)
        for character in line {
            let size = String(character).utf8.count
            if width + size > 75 {
                out += "\r\n "
                width = 1
            }
            out.append(character)
            width += size
        }
        return out
    }
}

/// A feed of news (RFC 4287), for who wants to be told instead of looking.
package struct NewsFeed: Sendable {
    package static let contentType = "application/atom+xml; charset=utf-8"

    package struct Entry: Sendable {
        let title: String
        let link: String
        let at: Instant
        let summary: String

        package init(_ title: String, link: String, at: Instant, summary: String) {
            self.title = title
            self.link = link
            self.at = at
            self.summary = summary
        }
    }

    let title: String
    let link: String
    let entries: [Entry]

    /// The newest first; addresses are whole, with their origin.
    package init(_ title: String, link: String, _ entries: [Entry]) {
        self.title = title
        self.link = link
        self.entries = entries
    }

    package var bytes: [UInt8] {
        let items = entries.map { entry -> HTML in
            """
            <entry><title>\(entry.title)</title><id>\(entry.link)</id><link href="\(entry.link)"/>\
            <updated>\(Format.machineInstant(entry.at))</updated><summary>\(entry.summary)</summary></entry>

            """
        }
        let updated = entries.map(\.at).max() ?? Instant.earliest
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>\(title)</title><id>\(link)</id><link rel="self" href="\(link)"/>
            <updated>\(Format.machineInstant(updated))</updated><author><name>\(Text.name.zh)</name></author>
            \(items)</feed>

            """
        return Array(feed.markup.utf8)
    }
}
