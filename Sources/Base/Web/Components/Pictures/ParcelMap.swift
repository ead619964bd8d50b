package import Kernel

/// The outlines of parcels, north up, drawn to one scale. A sketch for recognition, not a survey.
package struct ParcelMap: Component {
    /// Metres east and north of any common origin, or any other plane grid.
    package struct Point: Sendable, Hashable {
        let east: Int64
        let north: Int64

        package init(east: Int64, north: Int64) {
            self.east = east
            self.north = north
        }
    }

    package struct Parcel: Sendable {
        let name: String
        /// The edge of each piece and of each hole, in any order: what lies inside an even number of them is not land.
        let rings: [[Point]]
        let isHighlighted: Bool
        let path: String?
        let tone: Tag.Tone
        /// The edge alone is drawn, over what lies there.
        let edge: Edge?

        package init(
            _ name: String, _ outline: [Point], isHighlighted: Bool = false, to path: String? = nil,
            tone: Tag.Tone = .neutral
        ) {
            self.init(name, rings: [outline], isHighlighted: isHighlighted, to: path, tone: tone)
        }

        package init(
            _ name: String, rings: [[Point]], isHighlighted: Bool = false, to path: String? = nil,
            tone: Tag.Tone = .neutral, edge: Edge? = nil
        ) {
            self.name = name
            self.edge = edge
            self.rings = rings.filter { $0.count >= 3 }
            self.isHighlighted = isHighlighted
            self.path = path
            self.tone = tone
        }
    }

    /// An edge with a pattern and a letter of its own, for eyes and printers without colours.
    package struct Edge: Sendable, Hashable {
        package enum Pattern: String, Sendable { case dashed, dotted, chained }

        let pattern: Pattern
        let letter: String

        package init(_ pattern: Pattern, _ letter: String) {
            self.pattern = pattern
            self.letter = letter
        }
    }

    /// A point with a word beside it: a corner's number.
    package struct Mark: Sendable {
        let text: String
        let point: Point

        package init(_ text: String, _ point: Point) {
            self.text = text
            self.point = point
        }
    }

    /// What a colour and its kind of edge mean.
    package struct Key: Sendable {
        let tone: Tag.Tone
        let text: Message
        var edge: Edge?

        package init(_ tone: Tag.Tone, _ text: Message) {
            self.tone = tone
            self.text = text
        }

        package init(_ edge: Edge, _ text: Message) {
            self.init(.neutral, text)
            self.edge = edge
        }
    }

    let caption: Message
    let parcels: [Parcel]
    let keys: [Key]
    /// How many units of the points are a metre; nil where there is no scale to show.
    let unitsPerMetre: Int64?
    let marks: [Mark]
    /// The picture takes the whole width and the names stand below: for many parcels.
    let isWide: Bool

    package init(
        _ caption: Message, _ parcels: [Parcel], keys: [Key] = [], unitsPerMetre: Int64? = nil, marks: [Mark] = [],
        isWide: Bool = false
    ) {
        self.caption = caption
        self.marks = marks
        self.isWide = isWide
        self.parcels = parcels.filter { !$0.rings.isEmpty }
        self.keys = keys.filter { key in
            parcels.contains { $0.edge == key.edge && (key.edge != nil || $0.tone == key.tone) }
        }
        self.unitsPerMetre = unitsPerMetre
    }

    package func html(_ language: Language) -> HTML {
        guard let frame = Frame(parcels) else { return EmptyState().html(language) }
        let names = parcels.map { parcel -> HTML in
            let name = parcel.path.map { HTML.link(parcel.name, to: $0) } ?? HTML(text: parcel.name)
            let look = parcel.isHighlighted ? "chosen" : Self.look(parcel.tone, parcel.edge)
            return "<li class=\"\(look)\">\(name)</li>"
        }
        let legend = keys.map { key -> HTML in
            """
            <li><svg viewBox="0 0 60 40" aria-hidden="true">\
            <rect class="parcel \(Self.look(key.tone, key.edge))" x="4" y="4" width="52" height="32"/>\(letter(key))</svg>\(key.text, language)</li>
            """
        }
        let keyList: HTML? = legend.isEmpty ? nil : "<ul class=\"map-keys\">\(legend)</ul>"
        // A picture has nothing in it to click; with links it is a group of them.
        let role: HTML = parcels.contains { $0.path != nil } ? "group" : "img"
        return """
            <figure class="\(isWide ? "map wide" : "map")"><figcaption>\(caption, language)</figcaption>
            <svg viewBox="0 0 1000 \(frame.sheet)" role="\(role)" aria-label="\(caption, language)">
            <rect class="ground" width="1000" height="\(frame.sheet)"/>
            \(parcels.enumerated().map { shape($0.offset + 1, $0.element, frame) })\(marks.map { mark($0, frame) })\
            \(scaleBar(frame))\
            <g class="north" aria-hidden="true"><path d="M952 74L940 106L952 98L964 106Z"/>\
            <text x="952" y="60">N</text></g>
            </svg>
            \(keyList)\
            <ol class="\(parcels.count > 12 ? "many" : "")">\(names)</ol></figure>

            """
    }

    /// One scale for both directions: what fits 880 × 580, from the north-west corner.
    private struct Frame {
        let west: Int64
        let north: Int64
        let unit: Int64
        /// How high the sheet is: little more than what is drawn.
        let sheet: Int64

        init?(_ parcels: [Parcel]) {
            let all = parcels.lazy.flatMap(\.rings).joined()
            guard let west = all.map(\.east).min(), let east = all.map(\.east).max(),
                let south = all.map(\.north).min(), let north = all.map(\.north).max()
            else { return nil }
            self.west = west
            self.north = north
            unit = max(1, max(east &- west, (north &- south) &* 880 / 580))
            let drawn = Int64(clamping: BarChart.share(north &- south, of: unit, outOf: 880))
            sheet = max(260, min(700, drawn + 150))
        }

        func point(_ point: Point) -> (x: Int64, y: Int64) {
            (
                60 + Int64(clamping: BarChart.share(point.east &- west, of: unit, outOf: 880)),
                60 + Int64(clamping: BarChart.share(north &- point.north, of: unit, outOf: 880))
            )
        }
    }

    private func shape(_ number: Int, _ parcel: Parcel, _ frame: Frame) -> HTML {
        let rings = parcel.rings.map { $0.map(frame.point) }
        let lines = rings.map { ring in
            var last: (x: Int64, y: Int64) = (0, 0)
            let steps = ring.enumerated().map { position, corner in
                defer { last = corner }
                return position == 0 ? "M\(corner.x) \(corner.y)" : "l\(corner.x - last.x) \(corner.y - last.y)"
            }
            return steps.joined() + "z"
        }
        let shape: HTML = """
            <path class="\(parcel.isHighlighted ? "parcel chosen" : "parcel") \(Self.look(parcel.tone, parcel.edge))" d="\(lines.joined())">\
            <title>\(number) \(parcel.name)</title></path>\(label(parcel.edge?.letter ?? String(number), rings))

            """
        // The list below the picture is the way for keyboards; the same link twice would only be in the way.
        guard let path = parcel.path, parcels.count <= 120 else { return shape }
        return "<a href=\"\(path)\" tabindex=\"-1\">\(shape)</a>"
    }

    /// The class of a shape: its edge alone, or its tone.
    private static func look(_ tone: Tag.Tone, _ edge: Edge?) -> String {
        edge.map { "edge \($0.pattern.rawValue)" } ?? tone.rawValue
    }

    private func letter(_ key: Key) -> HTML? {
        key.edge.map { "<text class=\"edge-name\" x=\"30\" y=\"20\">\($0.letter)</text>" }
    }

    private func mark(_ mark: Mark, _ frame: Frame) -> HTML {
        let (x, y) = frame.point(mark.point)
        return """
            <circle class="corner" cx="\(x)" cy="\(y)" r="9"/><text class="corner-name" x="\(x + 14)" y="\(y - 14)">\(mark.text)</text>
            """
    }

    /// The number in the middle of the widest ring, where there is room for it.
    private func label(_ number: String, _ rings: [[(x: Int64, y: Int64)]]) -> HTML {
        guard let widest = rings.max(by: { Self.extent($0) < Self.extent($1) }) else { return "" }
        let across = Int64(26 * number.count)
        guard marks.isEmpty, parcels.count == 1 || Self.extent(widest) >= across else { return "" }
        let x = widest.map(\.x).reduce(0, +) / Int64(widest.count)
        let y = widest.map(\.y).reduce(0, +) / Int64(widest.count)
        return "<text class=\"parcel-name\" x=\"\(x)\" y=\"\(y)\">\(number)</text>"
    }

    /// The smaller side of the box around a ring.
    private static func extent(_ ring: [(x: Int64, y: Int64)]) -> Int64 {
        let (xs, ys) = (ring.map(\.x), ring.map(\.y))
        return min((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
    }

    /// The longest round length that is no longer than a quarter of the picture.
    private func scaleBar(_ frame: Frame) -> HTML {
        guard let unitsPerMetre else { return "" }
        let lengths: [Int64] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]
        let fitting = lengths.last { $0 * unitsPerMetre * 880 / frame.unit <= 250 }
        guard let metres = fitting else { return "" }
        let width = metres * unitsPerMetre * 880 / frame.unit
        return """
            <g class="scale" aria-hidden="true"><path d="M60 \(frame.sheet - 36)v16h\(width)v-16"/>\
            <text x="\(70 + width)" y="\(frame.sheet - 16)">\(metres) m</text></g>
            """
    }
}
