import ArgumentParser
import Kernel

/// Reads a number of the command line that lies in a range; every other is wrong usage, told with the range.
enum Within {
    static func range<Number: FixedWidthInteger & Sendable>(_ range: ClosedRange<Number>)
        -> @Sendable (String) throws
        -> Number
    {
        { text in
            guard let number = Number(text), range.contains(number) else {
                throw ValidationError(
                    Console.language(CLIText.outside(text, "\(range.lowerBound)", "\(range.upperBound)")))
            }
            return number
        }
    }

    static let port = range(0...65_535)
}
