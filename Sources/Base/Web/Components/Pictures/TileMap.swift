package import Kernel

/// A county without geometry: each township a block, each village a square of one size, the deeper the colour the greater the
/// share. Position says nothing but which block; the name and the figure stand in the square.
package struct TileMap: Component {
    package struct Tile: Sendable {
        let name: String
        let path: String
        let figure: String
        let level: Int
        let isMarked: Bool

        /// `level` 0 (nothing) … 4 (all); `isMarked` where something is late.
        package init(_ name: String, to path: String, figure: String, level: Int, isMarked: Bool = false) {
            self.name = name
            self.path = path
            self.figure = figure
            self.level = min(4, max(0, level))
            self.isMarked = isMarked
        }

        /// Of 0 … `whole`, in five steps.
        package static func level(_ part: Int64, of whole: Int64) -> Int {
            guard whole > 0, part > 0 else { return 0 }
            return 1 + Int(BarChart.share(part, of: whole, outOf: 3))
        }
    }

    package struct Block: Sendable {
        let name: String
        let path: String
        let tiles: [Tile]

        package init(_ name: String, to path: String, _ tiles: [Tile]) {
            self.name = name
            self.path = path
            self.tiles = tiles
        }
    }

    let caption: Message
    let legend: Message
    let marked: Message?
    let blocks: [Block]

    /// `legend` says what the colour means, `marked` what the red corner means.
    package init(_ caption: Message, legend: Message, marked: Message? = nil, _ blocks: [Block]) {
        self.caption = caption
        self.legend = legend
        self.marked = marked
        self.blocks = blocks
    }

    package func html(_ language: Language) -> HTML {
        let groups = blocks.map { block -> HTML in
            let tiles = block.tiles.map { tile -> HTML in
                """
                <li><a class="tile shade-\(tile.level)\(tile.isMarked ? " marked" as HTML : "")" href="\(tile.path)">\
                \(tile.name) <small>\(tile.figure)</small></a></li>
                """
            }
            return "<li class=\"block\"><h3>\(HTML.link(block.name, to: block.path))</h3><ul>\(tiles)</ul></li>\n"
        }
        let mark: HTML? = marked.map { " <span class=\"key key-late\">\($0, language)</span>" }
        let keys = (0...4).map { "<span class=\"shade shade-\($0)\"></span>" as HTML }
        return """
            <figure class="cartogram"><figcaption>\(caption, language)</figcaption>
            <p class="keys"><span class="key-row" aria-hidden="true">\(keys)</span> \(legend, language)\(mark)</p>
            <ul class="blocks">
            \(groups)</ul></figure>

            """
    }
}
