import Kernel
import Testing
import Web

/// Figures and dates as people read them, from integers alone.
struct FormatTests {
    private let zh = Format(.chinese)
    private let en = Format(.english)

    @Test(
        "money is grouped yuan with two decimals, negative with a minus, to the ends of the range",
        arguments: [
            (Int64(72_000_000), "¥720,000.00"), (0, "¥0.00"), (5, "¥0.05"), (-100, "−¥1.00"), (-1, "−¥0.01"),
            (99_999, "¥999.99"), (100_000, "¥1,000.00"), (.max, "¥92,233,720,368,547,758.07"),
            (.min, "−¥92,233,720,368,547,758.08"),
        ])
    func money(_ fen: Int64, _ text: String) {
        #expect(zh.money(fen: fen) == text && en.money(fen: fen) == text)
    }

    @Test(
        "area shows the decimals it has",
        arguments: [
            (Int64(200_000), "20"), (205_000, "20.5"), (1, "0.0001"), (12_345_678, "1,234.5678"), (0, "0"),
            (-5_000, "−0.5"),
        ])
    func area(_ units: Int64, _ text: String) {
        #expect(zh.area(tenThousandthsOfMu: units) == text + " 亩")
        #expect(en.area(Area(units: units)) == text + " mu")
    }

    @Test("dates and times are those of Beijing, in both languages")
    func dates() throws {
        let date = try #require(CivilDate(year: 2019, month: 5, day: 14))
        #expect(zh.date(date) == "2019年5月14日" && en.date(date) == "14 May 2019")
        #expect(zh.date(iso: "2019-05-14") == "2019年5月14日" && zh.date(iso: "2019-02-30") == "2019-02-30")
        #expect(zh.month(year: 2024, month: 2) == "2024年2月" && en.month(year: 2024, month: 2) == "February 2024")
        let lateInLondon = Instant(milliseconds: 1_557_849_605_999)
        #expect(zh.instant(lateInLondon) == "2019年5月15日 00:00:05" && en.instant(lateInLondon) == "15 May 2019 00:00:05")
        #expect(Format.machineInstant(lateInLondon) == "2019-05-15T00:00:05+08:00")
        #expect(Format.typedInstant(lateInLondon) == "2019-05-15T00:00")
        #expect(en.instant(Instant(milliseconds: -1)) == "1 January 1970 07:59:59")
    }

    @Test("midnight and the second before it are written as the day's end; a text of the log keeps its form")
    func endOfDay() throws {
        let midnight = try #require(Instant("2019-05-15T00:00:00+08:00"))
        #expect(zh.instant(midnight) == "2019年5月14日 24时" && en.instant(midnight) == "14 May 2019 24:00")
        #expect(zh.instant(midnight.adding(milliseconds: -1_000)) == "2019年5月14日 24时")
        #expect(zh.instant(midnight.adding(milliseconds: -1)) == "2019年5月14日 24时")
        #expect(zh.instant(midnight.adding(milliseconds: -1_001)) == "2019年5月14日 23:59:58")
        #expect(zh.instant(midnight.adding(milliseconds: 1)) == "2019年5月15日 00:00:00")
        #expect(zh.instant(midnight.adding(milliseconds: 34_200_000)) == "2019年5月15日 09:30")
        #expect(zh.instant(midnight.adding(milliseconds: 34_205_000)) == "2019年5月15日 09:30:05")
        #expect(zh.published(midnight) == "2019年5月15日 00:00:00")
        #expect(zh.millionths(30_000_000_000) == "30,000" && zh.millionths(27_300_000) == "27.3")
        #expect(Format.machineInstant(midnight) == "2019-05-15T00:00:00+08:00")
    }

    @Test(
        "a span shows its two largest units",
        arguments: [
            (Int64(0), "0 seconds"), (999, "0 seconds"), (1_000, "1 second"), (65_000, "1 minute 5 seconds"),
            (3_600_000, "1 hour"), (183_600_000, "2 days 3 hours"), (86_460_000, "1 day"),
            (-61_000, "1 minute 1 second"),
        ])
    func spans(_ milliseconds: Int64, _ text: String) {
        #expect(en.duration(milliseconds: milliseconds) == text)
    }

    @Test(
        "percentages round half up to a tenth, from integers",
        arguments: [
            (Int64(2), Int64(3), "66.7%"), (1, 3, "33.3%"), (1, 2, "50%"), (1, 1, "100%"), (0, 7, "0%"),
            (1, 2_000, "0.1%"),
            (-1, 3, "−33.3%"), (3, 2, "150%"), (.max, .max, "100%"), (1, .max, "0%"), (1, 0, "—"),
            (999_999, 1_000_000, "100%"),
        ])
    func percent(_ part: Int64, _ whole: Int64, _ text: String) {
        #expect(en.percent(part, of: whole) == text)
    }

    @Test("counts are grouped, basis points are percent, typed values read back as they were")
    func counts() throws {
        #expect(
            en.count(233_856) == "233,856" && en.count(-1_000) == "−1,000" && en.count(Int64.min).hasPrefix("−9,223"))
        #expect(en.percent(basisPoints: 350) == "3.5%")
        for fen: Int64 in [0, 5, -5, 72_000_050, 999_999_999_99] {
            #expect(try Money(field: .string(Format.typedMoney(fen: fen)), notation: .typed) == Money(fen: fen))
        }
        for units: Int64 in [0, 1, 205_000, 12_345_678] {
            #expect(
                try Area(field: .string(Format.typedArea(tenThousandthsOfMu: units)), notation: .typed).units == units)
        }
        let minute = Instant(milliseconds: 1_557_797_400_000)
        #expect(try Instant(field: .string(Format.typedInstant(minute)), notation: .typed) == minute)
    }
}
