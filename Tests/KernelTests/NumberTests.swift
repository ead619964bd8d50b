import Kernel
import Testing

/// Numbers that a program trips over: the ends of 64 bits, powers of ten, and what lies beside each bound.
private func extremes(_ bounds: [Int64] = []) -> [Int64] {
    var numbers: Set<Int64> = [0, 1, -1, 2, -2, .max, .min, .max - 1, .min + 1]
    var power: Int64 = 1
    for _ in 0..<18 {
        power *= 10
        numbers.formUnion([power, -power, power - 1, power + 1, 1 - power, -1 - power])
    }
    for shift in [31, 32, 53, 62] {
        let number = Int64(1) << Int64(shift)
        numbers.formUnion([number, -number, number - 1, number + 1])
    }
    for bound in bounds + [
        Whole.widest, -Whole.widest, Whole.anyField.lowerBound, Whole.anyField.upperBound,
    ] {
        numbers.insert(bound)
        numbers.insert(bound.addingReportingOverflow(1).partialValue)
        numbers.insert(bound.subtractingReportingOverflow(1).partialValue)
    }
    return numbers.sorted()
}

@Suite("Numbers have a domain") struct NumberTests {
    private static let days = [CivilDate.earliest, .latest, .first, .last].map { Int64($0.dayNumber) }
    private static let instants = [Instant.earliest, .latest].map(\.milliseconds)
    private var all: [Int64] {
        extremes(
            Self.days + Self.instants + [Money.highest, -Money.highest, Area.highest, 146_097, 719_468])
    }

    /// Whether `number` enters as a field of this type exactly where its shape says so, and comes back the same.
    private func expectRange<Value: FieldValue & Equatable>(_ type: Value.Type, _ number: Int64)
        throws
    {
        let range = try #require(Value.shape.range)
        let read = Result { try Value(field: .integer(number), notation: .exact) }
        switch read {
        case .success(let value):
            #expect(range.contains(number), "\(type) took \(number)")
            #expect(value.field == .integer(number), "\(type) \(number)")
            #expect(try Value(field: value.field, notation: .logged) == value, "\(type) \(number)")
        case .failure(let error):
            #expect(!range.contains(number), "\(type) refused \(number)")
            #expect((error as? Rejection)?.number == (type == Instant.self ? 1026 : 1008))
        }
        // From the log anything is read, and nothing stops the program.
        let logged = try Value(field: .integer(number), notation: .logged)
        #expect(range.contains(number) ? logged.field == .integer(number) : true)
    }

    @Test(
        "2,100 extremes of the thirteen types of number: each enters within its range and nowhere else, and comes back"
    )
    func ranges() throws {
        var tried = 0
        for number in all {
            try expectRange(Money.self, number)
            try expectRange(Area.self, number)
            try expectRange(Instant.self, number)
            try expectRange(Int64.self, number)
            try expectRange(Count.self, number)
            try expectRange(Seconds.self, number)
            try expectRange(Minutes.self, number)
            try expectRange(Days.self, number)
            try expectRange(Years.self, number)
            try expectRange(BasisPoints.self, number)
            try expectRange(SerialNumber.self, number)
            try expectRange(EntryIndex.self, number)
            try expectRange(Coordinate.self, number)
            tried += 13
        }
        #expect(tried > 2_100, "\(tried)")
    }

    @Test("What lies one beside either bound of a type is refused, and the answer names both bounds")
    func besides() throws {
        func expectRefused<Value: FieldValue>(_ type: Value.Type) throws {
            let range = try #require(Value.shape.range)
            for number in [range.lowerBound - 1, range.upperBound + 1] {
                for (field, notation) in [
                    (JSON.integer(number), FieldNotation.exact), (.string("\(number)"), .typed),
                ] {
                    if type == Money.self || type == Area.self, notation == .typed { continue }
                    let thrown = #expect(throws: Rejection.self, "\(type) \(number)") {
                        try Value(field: field, notation: notation)
                    }
                    // A share is typed as per cent, and so are its bounds.
                    let unit: Int64 = type == BasisPoints.self && notation == .typed ? 100 : 1
                    #expect(thrown?.text.en.contains("\(range.lowerBound / unit)") == true)
                    #expect(thrown?.text.zh.contains("\(range.upperBound / unit)") == true)
                }
            }
        }
        try expectRefused(Money.self)
        try expectRefused(Area.self)
        try expectRefused(Int64.self)
        try expectRefused(Count.self)
        try expectRefused(Seconds.self)
        try expectRefused(Minutes.self)
        try expectRefused(Days.self)
        try expectRefused(Years.self)
        try expectRefused(BasisPoints.self)
        try expectRefused(SerialNumber.self)
        try expectRefused(EntryIndex.self)
        try expectRefused(Coordinate.self)
    }

    @Test(
        "Sums, differences and steps of 26,000 pairs of extremes never stop the program and keep their order"
    )
    func pairs() {
        var pairs = 0
        for left in all {
            for right in all {
                pairs += 1
                let (money, other) = (Money(fen: left), Money(fen: right))
                let sum = money + other
                #expect((sum.fen >= money.fen) == (other.fen >= 0) || sum.fen == money.fen)
                #expect(money - other == -(other - money))
                _ = try? money.adding(other)
                _ = try? money.scaled(by: right, over: left)
                let area = Area(units: left) + Area(units: right)
                #expect(area - area == .zero)
                let (instant, later) = (Instant(milliseconds: left), Instant(milliseconds: right))
                _ = instant.milliseconds - later.milliseconds
                for moved in [
                    instant.adding(milliseconds: right), instant.adding(seconds: right),
                    instant.adding(days: right),
                ] {
                    #expect(right >= 0 ? moved >= instant : moved <= instant)
                }
                let day = CivilDate(dayNumber: Int(left))
                for moved in [
                    day.adding(days: Int(right)), day.adding(months: Int(right)),
                    day.adding(years: Int(right)),
                ] {
                    #expect(right >= 0 ? moved >= day : moved <= day)
                    #expect((CivilDate.first...CivilDate.last).contains(moved))
                }
                #expect(Whole.product(left, right).magnitude <= UInt64(Whole.widest))
            }
        }
        #expect(pairs > 26_000, "\(pairs)")
    }

    @Test("An amount is split without a stop whatever it is and whatever the weights are")
    func splits() {
        for amount in all {
            for weight in all {
                let parts = Money(fen: amount).split(by: [weight, 0, weight])
                #expect(parts.reduce(.zero, +).fen == Money(fen: amount).fen)
            }
        }
    }

    @Test("Every instant there is can be written, and its day lies in the calendar")
    func formatting() throws {
        for number in all {
            let instant = Instant(milliseconds: number)
            #expect(instant.description.hasSuffix("+08:00"))
            let (hour, minute, second, millisecond) = instant.clock
            #expect((0..<24).contains(hour) && (0..<60).contains(minute))
            #expect((0..<60).contains(second) && (0..<1_000).contains(millisecond))
            #expect((CivilDate.first...CivilDate.last).contains(instant.date))
            #expect(instant.date.description.utf8.count == 10)
            if (Instant.earliest...Instant.latest.adding(milliseconds: -1)).contains(instant) {
                #expect(Instant(instant.description) == instant)
                #expect(Instant(typed: instant.description) == instant)
            }
        }
    }

    @Test(
        "Every day of 9,999 years is written, read back from the log and keeps its number: 3,652,059 days, one in seven"
    )
    func everyDay() {
        var wrong = 0
        for number in stride(from: CivilDate.first.dayNumber, through: CivilDate.last.dayNumber, by: 7) {
            let day = CivilDate(dayNumber: number)
            let (year, month, dayOfMonth) = day.components
            if day.dayNumber != number || !(1...9999).contains(year) || !(1...12).contains(month)
                || !(1...CivilDate.days(inMonth: month, of: year)).contains(dayOfMonth)
            {
                wrong += 1
            }
            if number % 11 == 0, CivilDate(recorded: day.description) != day { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(CivilDate.last.dayNumber - CivilDate.first.dayNumber + 1 == 3_652_059)
    }

    @Test(
        "A day enters in the years 1900 to 2199; what was reckoned from it comes back from the log in any year"
    )
    func days() throws {
        for (text, number) in [
            ("1899-12-31", 1027), ("2200-01-01", 1027), ("0001-01-01", 1027), ("2023-02-29", 1013),
        ] {
            for notation in [FieldNotation.exact, .typed] {
                let thrown = #expect(throws: Rejection.self) {
                    try CivilDate(field: .string(text), notation: notation)
                }
                #expect(thrown?.number == number)
            }
        }
        let start = try CivilDate(field: .string("2199-12-31"), notation: .typed)
        let end = start.adding(years: 70)
        #expect(end.description == "2269-12-31")
        #expect(try CivilDate(field: end.field, notation: .logged) == end)
        #expect(CivilDate.latest.end == Instant.latest)
        #expect(CivilDate(firstOfMonth: 2026 * 12 + 2).description == "2026-03-01")
        #expect(CivilDate(firstOfMonth: .max).description == "9999-12-01")
        #expect(CivilDate(firstOfMonth: .min).description == "0001-01-01")
    }

    @Test(
        "An instant in microseconds, in nanoseconds or in seconds of another age is refused as such")
    func wrongUnit() {
        for number in [
            1_553_299_200_000_000, 1_553_299_200_000_000_000, Int64.max, .min, Self.instants[1] + 1,
        ] {
            let thrown = #expect(throws: Rejection.self) {
                try Instant(field: .integer(number), notation: .exact)
            }
            #expect(thrown?.number == 1026)
        }
    }

    @Test(
        "People write days in many ways",
        arguments: [
            ("2024.1.5", "2024-01-05"), ("2024/1/5", "2024-01-05"), ("2024年1月5日", "2024-01-05"),
            ("20190311", "2019-03-11"), ("2019-03-11 14:02:33", "2019-03-11"),
            ("2019-03-11T14:02:33", "2019-03-11"),
            ("20190311140233", "2019-03-11"), ("20190311 14:02", "2019-03-11"),
            ("２０１９－０３－１１", "2019-03-11"),
            ("2019 年 3 月 11 日 9时30分", "2019-03-11"), ("2019年3月11日14:02", "2019-03-11"),
            (" 2019/03/11　", "2019-03-11"),
            ("2019-03-11T18:00:00Z", "2019-03-12"), ("2019.03.11 9:05", "2019-03-11"),
            ("2019年3月11号", "2019-03-11"),
        ])
    func typedDays(text: String, expected: String) throws {
        #expect(try CivilDate(field: .string(text), notation: .typed).description == expected)
    }

    @Test(
        "What could be another day is not guessed",
        arguments: [
            "24.1.5", "5/1/2024", "2024.1-5", "2024-1", "2024", "202411", "2024年", "20191311",
            "2019-03-11x",
            "2019-03-11 25:00", "2019-03-11 14", "2019-02-29", "2019031114", "", "昨天", "2019-03-1114:02",
        ])
    func noDay(text: String) {
        #expect(throws: Rejection.self) { try CivilDate(field: .string(text), notation: .typed) }
        #expect(throws: Rejection.self) { try Instant(field: .string(text), notation: .typed) }
    }

    @Test("The exact form takes one writing of a day")
    func exactDays() {
        for text in ["2024.1.5", "20190311", "2019-03-11 14:02", "２０１９-03-11"] {
            #expect(throws: Rejection.self) { try CivilDate(field: .string(text), notation: .exact) }
        }
    }

    @Test("Whatever was written for a form is read back: 6,000 amounts, areas, days and instants")
    func typedRoundTrip() throws {
        var seed: UInt64 = 11
        func next(_ bound: Int64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(seed >> 1) % bound
        }
        func written(_ units: Int64, places: Int) -> String {
            let digits = units.magnitude.padded(to: places + 1)
            return (units < 0 ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
        }
        for _ in 0..<1_500 {
            let fen = next(2 * Money.highest + 1) - Money.highest
            #expect(try Money(field: .string(written(fen, places: 2)), notation: .typed).fen == fen)
            let units = next(Area.highest + 1)
            #expect(try Area(field: .string(written(units, places: 4)), notation: .typed).units == units)
            let span = Int64(CivilDate.latest.dayNumber - CivilDate.earliest.dayNumber)
            let day = CivilDate.earliest.adding(days: Int(next(span + 1)))
            #expect(try CivilDate(field: day.field, notation: .typed) == day)
            let instant = day.start.adding(milliseconds: next(86_400_000))
            #expect(try Instant(field: .string(instant.description), notation: .typed) == instant)
            #expect(try Instant(field: .string(instant.description), notation: .exact) == instant)
        }
    }

    @Test(
        "Amounts as banks and offices write them",
        arguments: [
            ("10000.00元", 1_000_000), ("1.2万元", 1_200_000), ("１，２００.５０", 120_050),
            ("12,345,678.90", 1_234_567_890),
            ("(35.00)", -3_500), ("-¥35", -3_500), ("¥-35", -3_500), ("人民币 800 元整", 80_000),
            ("0.00012万元", 120),
            ("3亿", 30_000_000_000), ("+5", 500), ("−5", -500), ("RMB 1,000", 100_000), ("007", 700),
        ] as [(String, Int64)])
    func typedAmounts(text: String, fen: Int64) throws {
        #expect(try Money(field: .string(text), notation: .typed).fen == fen)
    }

    @Test(
        "A comma that parts no group of three has two readings, and both are named",
        arguments: [
            ("100,00", "100.00", "10000"), ("12,5", "12.5", "125"), ("１２，５", "12.5", "125"),
            ("0,123", "0.123", "0123"),
            ("1234,567", "1234.567", "1234567"), ("-12,5元", "12.5", "125"),
        ])
    func twoReadings(text: String, first: String, second: String) {
        let thrown = #expect(throws: Rejection.self) {
            try Money(field: .string(text), notation: .typed)
        }
        #expect(thrown?.number == 1025)
        #expect(
            thrown?.text.en.contains(" \(first) ") == true && thrown?.text.zh.contains(second) == true)
        #expect(throws: Rejection.self) { try Area(field: .string(text), notation: .typed) }
        #expect(throws: Rejection.self) { try Int64(field: .string(text), notation: .typed) }
    }

    @Test(
        "What is no number is refused",
        arguments: [
            "1,2,3", "1.234,50", "1,234.5,0", ",5", "5,", "1,,000", "(-5)", "()", "元", "五", "0x10",
            "1 000", "--5",
        ])
    func noNumber(text: String) {
        #expect(throws: Rejection.self) { try Money(field: .string(text), notation: .typed) }
        #expect(throws: Rejection.self) { try Int64(field: .string(text), notation: .typed) }
    }

    @Test("A plain number is typed in full-width figures, with groups and spaces around it")
    func typedNumbers() throws {
        for (text, number) in [("１２", 12), (" 1,000 ", 1_000), ("-3", -3), ("0", 0)]
            as [(String, Int64)]
        {
            #expect(try Int64(field: .string(text), notation: .typed) == number)
        }
        #expect(try Years(field: .string("１０"), notation: .typed).value == 10)
        #expect(throws: Rejection.self) { try Int64(field: .string("12元"), notation: .typed) }
    }
}
