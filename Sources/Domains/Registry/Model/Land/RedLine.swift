package import Geometry
package import Kernel

package enum RedLineName {}
/// One area of a layer that a plan has drawn.
package typealias RedLineID = Identifier<RedLineName>

/// The three lines of a county's spatial plan.
package enum RedLineKind: String, FieldChoice {
    /// 永久基本农田
    case farmland
    /// 生态保护红线
    case ecology
    /// 城镇开发边界
    case urban

    /// Whether nothing may be built on it (village-register 6.5).
    package var forbidsBuilding: Bool { self != .urban }
}

/// An area inside a line, as the county's officer took it from the plan.
package struct RedLine: Sendable, Hashable {
    package let id: RedLineID
    package let kind: RedLineKind
    package let division: DivisionID
    package let number: String
    package let outline: LandOutline
    /// The document and its day.
    package let source: String
    package let from: CivilDate
    package let until: CivilDate?
}

/// How much of some ground lies inside the lines of a kind.
package struct LinedGround: Sendable, Hashable {
    package let kind: RedLineKind
    package let area: Area

    package init(kind: RedLineKind, area: Area) {
        self.kind = kind
        self.area = area
    }

    /// What of `ground` lies inside `lines`, by kind; touching that is noise counts for nothing.
    package static func of(_ ground: [Outline], in lines: [RedLine]) -> [LinedGround] {
        let (judge, planes) = (OutlineJudge(), Planes())
        return RedLineKind.allCases.compactMap { kind in
            var twice: Int128 = 0
            for outline in ground {
                for line in lines where line.kind == kind {
                    let other = line.outline.outline.moved(to: outline.zone)
                    guard let overlap = judge.overlap(outline, other), overlap.verdict != .noise,
                        let common = planes.intersection(outline, other)
                    else { continue }
                    twice += Outline(zone: outline.zone, pieces: common).twiceArea
                }
            }
            return twice > 0 ? LinedGround(kind: kind, area: Area(units: Measure.units(twiceArea: twice))) : nil
        }
    }
}
