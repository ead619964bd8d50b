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
        let outline: [Point]
        let isHighlighted: Bool
        let path: String?
        let tone: Tag.Tone

        package init(
            _ name: String, _ outline: [Point], isHighlighted: Bool = false, to path: String? = nil,
            tone: Tag.Tone = .neutral
        ) {
            self.name = name
            self.outline = outline
            self.isHighlighted = isHighlighted
            self.path = path
            self.tone = tone
        }
    }

    let caption: Message
    let parcels: [Parcel]

    package init(_ caption: Message, _ parcels: [Parcel]) {
        self.caption = caption
        self.parcels = parcels.filter { $0.outline.count >= 3 }
    }

    package func html(_ language: Language) -> HTML {
        guard !parcels.isEmpty else { return EmptyState().html(language) }
        let names = parcels.enumerated().map { position, parcel -> HTML in
            let name = parcel.path.map { HTML.link(parcel.name, to: $0) } ?? HTML(text: parcel.name)
            return "<li class=\"\(parcel.isHighlighted ? "chosen" : parcel.tone.rawValue)\">\(name)</li>"
        }
        // A picture has nothing in it to click; with links it is a group of them.
        let role: HTML = parcels.contains { $0.path != nil } ? "group" : "img"
        return """
            <figure class="map"><figcaption>\(caption, language)</figcaption>
            <svg viewBox="0 0 1000 700" role="\(role)" aria-label="\(caption, language)">
            <rect class="ground" width="1000" height="700"/>
            \(shapes)<g class="north" aria-hidden="true"><path d="M952 74L940 106L952 98L964 106Z"/>\
            <text x="952" y="60">N</text></g>
            </svg>
            <ol>\(names)</ol></figure>

            """
    }

    private var shapes: [HTML] {
        let all = parcels.flatMap(\.outline)
        let west = all.map(\.east).min() ?? 0
        let north = all.map(\.north).max() ?? 0
        let width = (all.map(\.east).max() ?? 0) &- west
        let height = north &- (all.map(\.north).min() ?? 0)
        // One scale for both directions: what fits 880 × 580.
        let unit = max(1, max(width, height &* 880 / 580))
        return parcels.enumerated().map { position, parcel in
            let points = parcel.outline.map { point in
                (
                    60 + BarChart.share(point.east &- west, of: unit, outOf: 880),
                    60 + BarChart.share(north &- point.north, of: unit, outOf: 880)
                )
            }
            let text = points.map { "\($0.0),\($0.1)" }.joined(separator: " ")
            let x = points.map(\.0).reduce(0, +) / UInt64(points.count)
            let y = points.map(\.1).reduce(0, +) / UInt64(points.count)
            let shape: HTML = """
                <polygon class="\(parcel.isHighlighted ? "parcel chosen" : "parcel") \(parcel.tone.rawValue)" points="\(text)"/>\
                <text class="parcel-name" x="\(x)" y="\(y)">\(position + 1)</text>

                """
            // The list below the picture is the way for keyboards; the same link twice would only be in the way.
            return parcel.path.map { "<a href=\"\($0)\" tabindex=\"-1\">\(shape)</a>" } ?? shape
        }
    }
}
