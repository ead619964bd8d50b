import Hummingbird
import Kernel
import Web

/// How somebody likes to read: their village and large letters, kept in their own browser for a year and nowhere else.
enum ChoiceDoors {
    static let village = "/my-place"
    static let letters = "/letters"

    static let all: [Door] = [
        .get(village) { door, ask in
            let chosen = ask.query["place"].flatMap { DivisionID($0) }
            var response = Reply.redirect(chosen.map { "/places/\($0)" } ?? "/")
            let jar = door.cookies
            let header = chosen.map { jar.choiceHeader(jar.village, $0.text) } ?? jar.expired(jar.village)
            response.headers.append(.init(name: .setCookie, value: header))
            return response
        },
        .get(letters) { door, ask in
            var response = Reply.redirect(Onward.then(ask, [:]))
            let jar = door.cookies
            let isLarge = ask.query["size"] == "large"
            response.headers.append(
                .init(
                    name: .setCookie,
                    value: isLarge ? jar.choiceHeader(jar.letters, "large") : jar.expired(jar.letters)))
            return response
        },
    ]
}
