import Hummingbird
import Kernel
import Web

/// How somebody likes to read: their village and large letters, kept in their own browser for a year and nowhere else.
enum ChoiceEndpoints {
    static let village = "/my-place"
    static let letters = "/letters"

    static let all: [Endpoint] = [
        .get(village) { server, incoming in
            let chosen = incoming.query["place"].flatMap { DivisionID($0) }
            var response = Reply.redirect(chosen.map { "/places/\($0)" } ?? "/")
            let jar = server.cookies
            let header = chosen.map { jar.choiceHeader(jar.village, $0.text) } ?? jar.expired(jar.village)
            response.headers.append(.init(name: .setCookie, value: header))
            return response
        },
        .get(letters) { server, incoming in
            var response = Reply.redirect(Onward.then(incoming, [:]))
            let jar = server.cookies
            let isLarge = incoming.query["size"] == "large"
            response.headers.append(
                .init(
                    name: .setCookie,
                    value: isLarge ? jar.choiceHeader(jar.letters, "large") : jar.expired(jar.letters)))
            return response
        },
    ]
}
