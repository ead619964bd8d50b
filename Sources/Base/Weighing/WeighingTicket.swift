/// One ticket of a scale. Masses are whole kilograms, moments minutes since 1970.
package struct WeighingTicket: Sendable, Equatable {
    /// What the vehicle did: rows with another word are refused by name.
    package enum Kind: String, Sendable, CaseIterable {
        case collect
        case transferOut = "transfer_out"
        case plantIn = "plant_in"
        case slagOut = "slag_out"
        case flyAshOut = "flyash_out"
        case recycleOut = "recycle_out"
        case rawOut = "raw_out"
        case landfillOut = "landfill_out"

        /// What it carries where the list has no column for that; anything collected counts as raw.
        var usualStream: String {
            switch self {
            case .slagOut: "slag"
            case .flyAshOut: "flyash"
            case .recycleOut: "recyclable"
            case .collect, .transferOut, .plantIn, .rawOut, .landfillOut: "other"
            }
        }
    }

    package let line: Int
    package let number: String
    package let minute: Int
    package let day: String
    package let kind: Kind
    package let vehicle: String
    package let from: String
    package let to: String
    package let stream: String
    package let gross: Int
    package let tare: Int
    package let net: Int
    package let scale: String
    package let onBoard: Int?
    package let trip: String?

    package init(
        line: Int, number: String, minute: Int, day: String, kind: Kind, vehicle: String, from: String, to: String,
        stream: String, gross: Int, tare: Int, net: Int, scale: String, onBoard: Int?, trip: String?
    ) {
        self.line = line
        self.number = number
        self.minute = minute
        self.day = day
        self.kind = kind
        self.vehicle = vehicle
        self.from = from
        self.to = to
        self.stream = stream
        self.gross = gross
        self.tare = tare
        self.net = net
        self.scale = scale
        self.onBoard = onBoard
        self.trip = trip
    }

    /// Waste as it was collected: neither what burning leaves nor what is sold.
    package var isRaw: Bool { !["slag", "flyash", "recyclable"].contains(stream) }
    /// Recyclables that were kept apart: they have a heap of their own.
    var isSorted: Bool { stream == Self.Kind.recycleOut.usualStream }
    package var goesToLandfill: Bool {
        kind == .landfillOut || WeighingWords.landfill.contains { to.lowercased().contains($0) }
    }
    /// The same vehicle on the same way with the same gross and tare.
    func isSameWeighing(_ other: Self) -> Bool {
        vehicle == other.vehicle && kind == other.kind && gross == other.gross && tare == other.tare
            && from == other.from && to == other.to
    }
    /// What gross and tare say, whatever stands in the net column.
    package var weighed: Int { gross - tare }
}

/// How much lay somewhere at a day's end.
package struct StockReading: Sendable, Equatable {
    package let day: String
    package let place: String
    package let kilograms: Int

    package init(day: String, place: String, kilograms: Int) {
        self.day = day
        self.place = place
        self.kilograms = kilograms
    }
}

/// Limits of the judgement; the defaults are those the county's scales were stated with.
package struct WeighingLimits: Sendable, Equatable {
    /// Two class III scales, in ten-thousandths.
    package var pair = 100
    /// A gate against an on-board scale, in ten-thousandths.
    package var onBoard = 360
    /// One standard deviation of a scale, in ten-thousandths of the net.
    package var deviation = 29
    /// The resolution of a stock reading.
    package var stock = 100
    /// The rounding a printed net may differ from gross less tare by.
    package var rounding = 10
    /// Minutes in which the same vehicle with the same weights is one weighing entered twice.
    package var double = 120
    /// The longest way from station to plant, in minutes.
    package var gap = 180
    /// A tare this far from the vehicle's median, in ten-thousandths.
    package var tare = 200

    package init() {}
}
