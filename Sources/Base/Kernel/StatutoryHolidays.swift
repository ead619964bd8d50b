/// Days that the law itself names as holidays by their date, in any year: they are known before the State Council's notice.
///
/// Regulation on public holidays (全国年节及纪念日放假办法) of 1949, 1999, 2007 and 2024. Holidays of the moon's calendar
/// and Qingming are left to the notice, and make-up days are never guessed.
package enum StatutoryHolidays {
    /// Whether `date` is such a day.
    package static func contains(_ date: CivilDate) -> Bool {
        let (year, month, day) = date.components
        guard year >= 1950 else { return false }
        switch month {
        case 1: return day == 1
        case 5: return day <= mayDays(year)
        case 10: return day <= (year >= 2000 ? 3 : 2)
        default: return false
        }
    }

    /// The days of `year` that the law names, in order.
    package static func days(of year: Int) -> [CivilDate] {
        let first = CivilDate(firstOfMonth: year * 12)
        return (0..<366).map { first.adding(days: $0) }.filter { $0.year == year && contains($0) }
    }

    /// Days from 1 May: three from 2000, one from 2008, two from 2025.
    private static func mayDays(_ year: Int) -> Int {
        switch year {
        case 2000..<2008: 3
        case 2025...: 2
        default: 1
        }
    }
}
