import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// Every figure of a place leads to the rows it was counted from.
@Suite("The way from a figure to its rows") struct FigureWayTests {
    private struct Figure {
        let label: String
        let path: String
        /// The figure, its note, and both sides of a share, without the thousands' commas.
        let text: String
    }

    @Test(
        "Each figure of the county, its townships and its villages leads to rows that come to it, or to a part of its page"
    )
    func ways() async throws {
        let house = try await DemoHouse()
        let places = try house.database.read { tx in
            try DivisionQueries.list(.township, within: .root, limit: 10, in: tx)
                + DivisionQueries.list(.village, within: .root, limit: 10, in: tx)
                + DivisionQueries.list(.county, within: .root, limit: 1, in: tx)
        }
        var lists = 0
        for place in places {
            let here = "/places/\(place.id)"
            let shown = try #require(try Self.open(here, house))
            for figure in Self.figures(shown.body.markup) {
                let parts = figure.path.split(separator: "#").map(String.init)
                if parts.count == 2, parts[0] == here {
                    #expect(shown.body.markup.contains("id=\"\(parts[1])\""), "\(here) \(figure.label)")
                    continue
                }
                let page = try #require(try Self.open(figure.path, house), "\(here) \(figure.path)")
                guard let rows = page.rows else { continue }
                let sums = Self.sums(rows)
                // No rows, and the figure says that there is nothing.
                if sums == [0], figure.text.contains("没有") { continue }
                #expect(
                    sums.contains { Self.holds(figure.text, $0) }, "\(here) \(figure.path): \(figure.text), \(sums)")
                lists += 1
            }
        }
        #expect(lists > places.count * 4)
    }

    /// How many rows there are, and what each column of numbers comes to.
    private static func sums(_ file: RowFile) -> [Decimal] {
        let text = String(decoding: file.bytes().dropFirst(3), as: UTF8.self)
        let lines = text.split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let columns = lines.first.map { Array($0.indices) } ?? []
        return [Decimal(lines.count)]
            + columns.map { column in
                lines.reduce(Decimal.zero) { $0 + (Decimal(string: String($1[column])) ?? .zero) }
            }
    }

    /// Whether the number stands in the text, whole.
    private static func holds(_ text: String, _ number: Decimal) -> Bool {
        text.split { !($0.isNumber || $0 == ".") }.contains { Decimal(string: String($0)) == number }
    }

    private static func figures(_ markup: String) -> [Figure] {
        markup.split(separator: "<dt>").dropFirst().compactMap { part -> Figure? in
            let tile = part.prefix { $0 != "\u{0}" }.components(separatedBy: "</div>")[0]
            guard tile.contains("class=\"figure\""), let start = tile.range(of: "href=\""),
                let end = tile[start.upperBound...].firstIndex(of: "\"")
            else { return nil }
            let path = String(tile[start.upperBound..<end]).replacing("&amp;", with: "&")
            let words = tile.replacing(/<[^>]*>/, with: " ").replacing(",", with: "")
            return Figure(label: String(words.prefix(20)), path: path, text: words)
        }
    }

    /// The page at an address; nil where there is none.
    private static func open(_ address: String, _ house: DemoHouse) throws -> Page? {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        var query: [String: String] = [:]
        for pair in parts.dropFirst().first?.split(separator: "#")[0].split(separator: "&") ?? [] {
            let sides = pair.split(separator: "=").map(String.init)
            query[sides[0]] = sides.count > 1 ? sides[1].removingPercentEncoding : ""
        }
        let segments = parts[0].split(separator: "/")
        for route in house.practice.installation.routes {
            let pattern = route.path.split(separator: "/")
            guard pattern.count == segments.count, case .page(let show) = route.handler else { continue }
            var parameters: [String: String] = [:]
            let fits = zip(pattern, segments).allSatisfy { part, segment in
                if part.hasPrefix("{") { parameters[String(part.dropFirst().dropLast())] = String(segment) }
                return part == segment || part.hasPrefix("{")
            }
            guard fits else { continue }
            let request = PageRequest(
                path: parts[0], parameters: parameters, query: query, language: .chinese,
                now: house.practice.clock.now())
            if case .page(let page) = try show(request) { return page }
        }
        return nil
    }
}
