// One network in DIMACS form through LEMON's network simplex: status, cost, CPU seconds of the solve, peak memory in kB.
// Called by scripts/bench-matching; no part of the program.
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

int main(int count, char **words) {
  if (count != 2) return 2;
  std::ifstream file(words[1]);
  lemon::SmartDigraph graph;
  std::vector<lemon::SmartDigraph::Node> nodes;
  struct Line { lemon::SmartDigraph::Arc arc; long long lower, capacity, cost; };
  std::vector<Line> lines;
  std::vector<long long> supplies;
  for (std::string text; std::getline(file, text);) {
    std::istringstream words(text);
    char kind = 'c';
    words >> kind;
    if (kind == 'p') {
      std::string form;
      std::size_t size = 0, arcs = 0;
      words >> form >> size >> arcs;
      graph.reserveNode(size);
      graph.reserveArc(arcs);
      for (std::size_t node = 0; node < size; node++) nodes.push_back(graph.addNode());
      supplies.assign(size, 0);
      lines.reserve(arcs);
    } else if (kind == 'n') {
      std::size_t node = 1;
      long long supply = 0;
      words >> node >> supply;
      supplies.at(node - 1) = supply;
    } else if (kind == 'a') {
      std::size_t tail = 1, head = 1;
      Line line{};
      words >> tail >> head >> line.lower >> line.capacity >> line.cost;
      line.arc = graph.addArc(nodes.at(tail - 1), nodes.at(head - 1));
      lines.push_back(line);
    }
  }
  lemon::SmartDigraph::ArcMap<long long> lower(graph), capacity(graph), cost(graph);
  lemon::SmartDigraph::NodeMap<long long> supply(graph);
  for (const auto &line : lines) {
    lower[line.arc] = line.lower;
    capacity[line.arc] = line.capacity;
    cost[line.arc] = line.cost;
  }
  for (std::size_t node = 0; node < nodes.size(); node++) supply[nodes[node]] = supplies[node];
  const std::clock_t begun = std::clock();
  lemon::NetworkSimplex<lemon::SmartDigraph, long long, long long> solver(graph);
  solver.lowerMap(lower).upperMap(capacity).costMap(cost).supplyMap(supply);
  const int status = solver.run();
  const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::cout << status << ' ' << solver.totalCost<long long>() << ' ' << seconds << ' ' << used.ru_maxrss << '\n';
}
