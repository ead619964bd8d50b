import Geometry
import Storage

/// Finds the rows of a table whose boxes touch a box, by the loose cell that each row has.
enum BoxSearch {
    /// One condition for each level of cells, on the columns of the table of that name.
    static func conditions(_ box: GridBox, in zone: Zone, of table: StaticString) -> [SQL] {
        LooseCell.levels.map { level in
            let (east, north) = LooseCell.reach(of: box, level: level)
            return """
                \(name: table).zone = \(Int64(zone.rawValue)) AND \(name: table).cell_level = \(Int64(level))
                    AND \(name: table).cell_east BETWEEN \(east.lowerBound) AND \(east.upperBound)
                    AND \(name: table).cell_north BETWEEN \(north.lowerBound) AND \(north.upperBound)
                    AND \(name: table).west <= \(box.east) AND \(name: table).east >= \(box.west)
                    AND \(name: table).south <= \(box.north) AND \(name: table).north >= \(box.south)
                """
        }
    }
}
