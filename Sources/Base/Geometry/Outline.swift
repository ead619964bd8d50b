/// A corner in whole centimetres of a zone's grid. Survey tables print the north first and call it X; here it says which is
/// which.
package struct GridPoint: Sendable, Hashable {
    package let east: Int64
    package let north: Int64

    package init(east: Int64, north: Int64) {
        self.east = east
        self.north = north
    }
}

/// A closed line, its corners in order and each once: the first is not repeated at the end.
package typealias Ring = [GridPoint]

/// One piece of land: its edge, and what lies inside it and does not belong to it.
package struct Piece: Sendable, Hashable {
    package let outer: Ring
    package let holes: [Ring]

    package init(outer: Ring, holes: [Ring] = []) {
        self.outer = outer
        self.holes = holes
    }

    package var rings: [Ring] { [outer] + holes }
}

/// The outline of a parcel: one piece or several, in one zone of the grid.
package struct Outline: Sendable, Hashable {
    package let zone: Zone
    package let pieces: [Piece]

    package init(zone: Zone, pieces: [Piece]) {
        self.zone = zone
        self.pieces = pieces
    }

    package var rings: [Ring] { pieces.flatMap(\.rings) }
    package var cornerCount: Int { rings.reduce(0) { $0 + $1.count } }
    package var holeCount: Int { pieces.reduce(0) { $0 + $1.holes.count } }

    /// Twice the area in square centimetres, holes taken off; exact, and never negative.
    package var twiceArea: Int128 {
        pieces.reduce(0) { sum, piece in
            piece.holes.reduce(sum + Measure.twiceArea(piece.outer)) { $0 - Measure.twiceArea($1) }
        }
        .magnitude.asSigned
    }

    /// The area in 0.0001 mu, half up.
    package var areaUnits: Int64 { Measure.units(twiceArea: twiceArea) }

    /// The length of all rings in millimetres, rounded.
    package var perimeter: Int64 { Measure.millimetres(rings.reduce(0) { $0 + Measure.length($1) }) }

    /// The smallest upright box around it; nil without a corner.
    package var box: GridBox? { GridBox(rings.joined()) }

    /// The same outline on the other zone's grid, its corners rounded to the centimetre.
    package func moved(to other: Zone) -> Outline {
        guard other != zone else { return self }
        let move = { (ring: Ring) in ring.map { other.grid(zone.place($0)) } }
        return Outline(
            zone: other, pieces: pieces.map { Piece(outer: move($0.outer), holes: $0.holes.map(move)) })
    }
}

extension UInt128 {
    fileprivate var asSigned: Int128 { Int128(clamping: self) }
}

/// An upright box of the grid, both ends inside.
package struct GridBox: Sendable, Hashable {
    package var west: Int64
    package var south: Int64
    package var east: Int64
    package var north: Int64

    package init(west: Int64, south: Int64, east: Int64, north: Int64) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    package init?(_ corners: some Sequence<GridPoint>) {
        var box: GridBox?
        for corner in corners {
            guard let known = box else {
                box = GridBox(west: corner.east, south: corner.north, east: corner.east, north: corner.north)
                continue
            }
            box = GridBox(
                west: min(known.west, corner.east), south: min(known.south, corner.north),
                east: max(known.east, corner.east), north: max(known.north, corner.north))
        }
        guard let box else { return nil }
        self = box
    }

    package var width: Int64 { east - west }
    package var height: Int64 { north - south }

    package func grown(by centimetres: Int64) -> GridBox {
        GridBox(
            west: west - centimetres, south: south - centimetres, east: east + centimetres, north: north + centimetres)
    }

    package func touches(_ other: GridBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    /// A box of `other`'s grid that holds all of this one: its corners moved, with room for the bend of its sides.
    package func moved(from zone: Zone, to other: Zone) -> GridBox {
        guard zone != other else { return self }
        let corners = [
            GridPoint(east: west, north: south), GridPoint(east: west, north: north),
            GridPoint(east: east, north: south), GridPoint(east: east, north: north),
        ]
        let bend = 100 + max(width, height) / 1_000
        return GridBox(corners.map { other.grid(zone.place($0)) })?.grown(by: bend) ?? self
    }
}
