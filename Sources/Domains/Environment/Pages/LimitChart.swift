import HJ212
import Kernel
import Web

/// Days of an item as a line with the limit that held each day, stepped and dashed. A day without a value stays a gap. The
/// figures stand in the page's table.
struct LimitChart: Component {
    let caption: Message
    /// In order of day.
    let days: [DayLine]

    func html(_ language: Language) -> HTML {
        guard let first = days.first?.day.dayNumber, let last = days.last?.day.dayNumber else { return "" }
        let top = max(1, days.flatMap { [$0.shown?.units ?? 0, $0.limitHigh?.units ?? 0] }.max() ?? 1)
        let span = max(1, last - first)
        func x(_ day: Int) -> Int { (day - first) * 1_000 / span }
        func y(_ value: Micro) -> Int64 { 290 - Int64(Int128(max(0, value.units)) * 270 / Int128(top)) }
        var (line, limit) = ("", "")
        var (before, limitBefore): (Int?, Int64?) = (nil, nil)
        for day in days {
            let number = day.day.dayNumber
            if let value = day.shown {
                line += "\(before == number - 1 ? "L" : "M")\(x(number)) \(y(value))"
                if before != number - 1 { line += "h2" }
                before = number
            } else {
                before = nil
            }
            if let bound = day.limitHigh {
                limit += limitBefore == nil ? "M\(x(number)) \(y(bound))" : "H\(x(number))V\(y(bound))"
                limitBefore = y(bound)
            }
        }
        if limitBefore != nil { limit += "H1000" }
        return """
            <figure class="line"><figcaption>\(caption, language)</figcaption>\(scale(language))<div class="plot">
            <svg viewBox="0 0 1000 300" preserveAspectRatio="none" role="img" \
            aria-label="\(EnvironmentText.chartSays(days.count, days.count { $0.verdict == .exceeds }), language)">\
            <path class="line-ground" d="M0 290H1000"/>\
            <path class="line-limit" d="\(HTML(text: limit))"/>\
            <path class="line-path" d="\(HTML(text: line))"/></svg>
            <div class="span" aria-hidden="true"><span>\(days.first.map { Format(language).date($0.day) } ?? "")</span>\
            <span>\(days.last.map { Format(language).date($0.day) } ?? "")</span></div></div></figure>

            """
    }

    /// The highest day, the last one and the limit of the last, each with its unit.
    private func scale(_ language: Language) -> HTML {
        let unit = days.last?.item.unit ?? ""
        func part(_ label: Message, _ value: Micro?) -> HTML? {
            value.map { "<span>\(label, language) <b>\($0.shortest) \(unit)</b></span> " }
        }
        let shown = days.compactMap(\.shown)
        return """
            <p class="scale">\(part(EnvironmentText.highestDay, shown.max()))\(part(EnvironmentText.lastDay, shown.last))\
            \(part(EnvironmentText.limit, days.last { $0.limitHigh != nil }?.limitHigh))</p>
            """
    }
}
