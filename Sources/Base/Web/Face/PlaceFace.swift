package import Kernel

/// The place a page is about, for every room that has something to show of it.
package struct PlaceView: Sendable {
    package let id: DivisionID
    package let name: String
    /// `/p14/p1404/p140498/`: from the province down to the place itself; `/` for the whole house.
    package let path: String
    package let level: DivisionLevel
    /// The open places directly below it, by code.
    package let children: [Child]

    package struct Child: Sendable {
        package let id: DivisionID
        package let name: String
        package let path: String

        package init(_ id: DivisionID, _ name: String, path: String) {
            self.id = id
            self.name = name
            self.path = path
        }
    }

    package init(id: DivisionID, name: String, path: String, level: DivisionLevel, children: [Child]) {
        self.id = id
        self.name = name
        self.path = path
        self.level = level
        self.children = children
    }

    /// Whether everything of it fits one page: a village or a group.
    package var isVillage: Bool { level >= .village }
}

/// What one room shows of a place. Rooms do not know each other; the page puts their parts in order of rank.
package struct PlaceFace: Sendable {
    /// A section of the page. Ranks: 10 what is owned, 20 paid or not, 30 money, 40 what goes on now, 50 notices, 80 the rest.
    package struct Part: Sendable {
        package let rank: Int
        package let content: any Component

        package init(_ rank: Int, _ content: any Component) {
            self.rank = rank
            self.content = content
        }
    }

    /// A figure with its rank among the tiles.
    package struct Figure: Sendable {
        package let rank: Int
        package let stat: StatTiles.Stat

        package init(_ rank: Int, _ stat: StatTiles.Stat) {
            self.rank = rank
            self.stat = stat
        }
    }

    /// Sentences for the answer at the top: the first is the answer itself, the others stand below it.
    package var sentences: [(rank: Int, text: Message)]
    package var figures: [Figure]
    package var parts: [Part]
    /// What a desk that has signed in can do here.
    package var actions: [Action]
    /// Villages where something is late; marked on the map.
    package var late: Set<DivisionID>

    package init(
        sentences: [(rank: Int, text: Message)] = [], figures: [Figure] = [], parts: [Part] = [],
        actions: [Action] = [],
        late: Set<DivisionID> = []
    ) {
        self.late = late
        self.sentences = sentences
        self.figures = figures
        self.parts = parts
        self.actions = actions
    }

    package static func + (left: PlaceFace, right: PlaceFace) -> PlaceFace {
        PlaceFace(
            sentences: left.sentences + right.sentences, figures: left.figures + right.figures,
            parts: left.parts + right.parts, actions: left.actions + right.actions, late: left.late.union(right.late))
    }
}

/// What a room shows of a place, read at once.
package typealias FaceSource = @Sendable (PlaceView, PageRequest) throws -> PlaceFace
