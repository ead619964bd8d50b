/// Who drives what, in order. A plan is only a claim: `PlanCheck` says what it costs and whether it holds.
package struct RoutePlan: Sendable, Equatable {
    package enum Stop: Sendable, Equatable, Hashable {
        /// A place by its number, from 0.
        case place(Int)
        /// A facility by its number, from 0.
        case facility(Int)
    }

    package struct Route: Sendable, Equatable {
        /// The crew by its number, from 0.
        package let crew: Int
        package let stops: [Stop]

        package init(crew: Int, stops: [Stop]) {
            self.crew = crew
            self.stops = stops
        }
    }

    package let routes: [Route]

    package init(_ routes: [Route]) { self.routes = routes }
}
