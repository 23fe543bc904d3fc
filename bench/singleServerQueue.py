"""The same single server queue (M/M/1) as singleServerQueue.ts, in SimPy 2.3 (Debian's python3-simpy).

Prints customers a second and the mean time in the system; theory says 5.
"""
import random
import sys
import time

from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

CUSTOMERS = int(sys.argv[1])


class Customer(Process):
    def visit(self, server, stays):
        arrived = self.sim.now()
        yield request, self, server
        yield hold, self, random.expovariate(1.0)
        yield release, self, server
        stays.append(self.sim.now() - arrived)


class Door(Process):
    def admit(self, server, stays):
        for _ in range(CUSTOMERS):
            customer = Customer(sim=self.sim)
            self.sim.activate(customer, customer.visit(server, stays))
            yield hold, self, random.expovariate(0.8)


random.seed(7)
begun = time.perf_counter()
simulation = Simulation()
stays = []
server = Resource(sim=simulation)
door = Door(sim=simulation)
simulation.activate(door, door.admit(server, stays))
simulation.simulate(until=1e12)
seconds = time.perf_counter() - begun
print(CUSTOMERS / seconds, sum(stays) / len(stays))
