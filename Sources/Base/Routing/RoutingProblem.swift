/// What is to be driven in a day: places with loads, facilities that empty a vehicle, crews with their shifts.
///
/// Everything is a whole number in the units of the file it came from: costs and times are entries of two square matrices over the
/// *sites*. Site 0 is the depot, sites 1...places.count are the places, the rest are facilities. A place is on one route once; a
/// facility may be visited as often as it helps.
package struct RoutingProblem: Sendable {
    /// A place to serve: `release` is the moment from which its goods can leave with a trip (0 where nothing waits).
    package struct Place: Sendable, Equatable {
        package var name: String
        package var load: Int
        package var service: Int
        package var opens: Int
        package var closes: Int
        package var release: Int

        package init(_ name: String, load: Int, service: Int = 0, opens: Int = 0, closes: Int = .max, release: Int = 0)
        {
            self.name = name
            self.load = load
            self.service = service
            self.opens = opens
            self.closes = closes
            self.release = release
        }
    }

    /// Where a vehicle is emptied (or, for deliveries, filled again), at a site of the matrices.
    package struct Facility: Sendable, Equatable {
        package var name: String
        package var site: Int
        package var unload: Int
        package var opens: Int
        package var closes: Int

        package init(_ name: String, site: Int, unload: Int = 0, opens: Int = 0, closes: Int = .max) {
            self.name = name
            self.site = site
            self.unload = unload
            self.opens = opens
            self.closes = closes
        }
    }

    /// A rest that must begin between two moments, at a place or on the road; a crew that is home by `latest` needs none.
    package struct Rest: Sendable, Equatable {
        package var length: Int
        package var earliest: Int
        package var latest: Int

        package init(length: Int, earliest: Int, latest: Int) {
            self.length = length
            self.earliest = earliest
            self.latest = latest
        }

    }

    /// One vehicle and its people for one shift.
    package struct Crew: Sendable, Equatable {
        package var capacity: Int
        package var starts: Int
        package var ends: Int
        package var rest: Rest?

        package init(capacity: Int, starts: Int = 0, ends: Int = .max, rest: Rest? = nil) {
            self.capacity = capacity
            self.starts = starts
            self.ends = ends
            self.rest = rest
        }
    }

    /// The largest number a matrix, a load or a moment may hold: sums of a route then stay inside 32 bits.
    package static let largest = 1 << 29

    package let name: String
    package let places: [Place]
    package let facilities: [Facility]
    package let crews: [Crew]
    /// Whether a vehicle must be empty when it comes home: its last stop is a facility.
    package let endsEmpty: Bool
    /// Row by row: `distances[from * sites + to]`.
    package let distances: [Int32]
    package let times: [Int32]
    /// How many units of cost make one of what is printed (10 where the file counts tenths).
    package let costScale: Int
    /// Units of time in a minute, 0 where the file names no clock.
    package let minute: Int
    /// Points of the sites for a drawing; empty where the file has none.
    package let points: [Point]

    package struct Point: Sendable, Equatable {
        package let x: Double
        package let y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Throws the `Fault` that names what does not fit: a load above every vehicle, a matrix of another size, a number too large.
    package init(
        name: String, places: [Place], facilities: [Facility] = [], crews: [Crew], endsEmpty: Bool = false,
        distances: [Int32], times: [Int32]? = nil, costScale: Int = 1, minute: Int = 0, points: [Point] = []
    ) throws {
        self.name = name
        self.places = places
        self.facilities = facilities
        self.crews = crews
        self.endsEmpty = endsEmpty
        self.distances = distances
        self.times = times ?? distances
        self.costScale = costScale
        self.minute = minute
        self.points = points
        try check()
    }

    package var sites: Int { 1 + places.count + Set(facilities.map(\.site)).subtracting(0...places.count).count }

    package func distance(_ from: Int, _ to: Int) -> Int { Int(distances[from * sites + to]) }
    package func time(_ from: Int, _ to: Int) -> Int { Int(times[from * sites + to]) }

    /// Whether any clock binds: a window, a service, a shift's end, a rest, a release.
    package var isTimed: Bool {
        places.contains { $0.opens > 0 || $0.closes < Self.largest || $0.release > 0 }
            || facilities.contains { $0.opens > 0 || $0.closes < Self.largest }
            || crews.contains { $0.ends < Self.largest || $0.rest != nil }
    }

    private func check() throws {
        let sites = sites
        guard !places.isEmpty else { throw RoutingFault(.noPlace) }
        guard !crews.isEmpty else { throw RoutingFault(.noVehicle) }
        guard !endsEmpty || !facilities.isEmpty else { throw RoutingFault(.noFacility) }
        guard sites <= 5_000 else { throw RoutingFault(.tooLarge, value: String(places.count)) }
        guard distances.count == sites * sites, times.count == sites * sites else {
            throw RoutingFault(.matrixSize, value: String(distances.count))
        }
        guard facilities.allSatisfy({ (0..<sites).contains($0.site) }) else { throw RoutingFault(.matrixSize) }
        try checkNumbers()
        let strongest = crews.map(\.capacity).max() ?? 0
        for place in places where place.load > strongest {
            throw RoutingFault(.loadAboveCapacity, field: place.name, value: String(place.load))
        }
        for place in places where place.opens > place.closes {
            throw RoutingFault(.windowBackwards, field: place.name, value: "\(place.opens)-\(place.closes)")
        }
    }

    /// No number is below zero, and no sum of a route can pass 32 bits.
    private func checkNumbers() throws {
        let bound = Self.largest / (2 * (places.count + 2))
        for (matrix, field) in [(distances, "distance"), (times, "time")] {
            guard let worst = matrix.max(), let least = matrix.min() else { continue }
            guard least >= 0, Int(worst) <= bound else {
                throw RoutingFault(.numberOutOfRange, field: field, value: String(least < 0 ? least : worst))
            }
        }
        var total = 0
        for place in places {
            guard (0...Self.largest).contains(place.load), (0...Self.largest).contains(place.service), place.opens >= 0,
                (0...Self.largest).contains(place.release), place.opens <= Self.largest
            else { throw RoutingFault(.numberOutOfRange, field: place.name) }
            total += place.load + place.service
        }
        guard total <= Self.largest else { throw RoutingFault(.numberOutOfRange, field: "load", value: String(total)) }
        for crew in crews where crew.capacity < 1 || crew.starts < 0 || crew.starts > Self.largest {
            throw RoutingFault(.numberOutOfRange, field: "vehicle", value: String(crew.capacity))
        }
        for facility in facilities
        where !(0...bound).contains(facility.unload) || facility.opens < 0 || facility.opens > Self.largest {
            throw RoutingFault(.numberOutOfRange, field: facility.name)
        }
    }
}

/// Why a problem cannot be read or cannot be meant: what, and where it stands.
package struct RoutingFault: Error, Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case noPlace, noVehicle, noFacility, tooLarge, matrixSize, numberOutOfRange, loadAboveCapacity, windowBackwards
        case notText, unknownFormat, missingField, badNumber, unknownNode, twiceNamed, unsupported, notJSON, nobodyAble
    }

    package let kind: Kind
    package let line: Int?
    package let field: String?
    package let value: String?

    package init(_ kind: Kind, line: Int? = nil, field: String? = nil, value: String? = nil) {
        self.kind = kind
        self.line = line
        self.field = field
        self.value = value
    }
}
