package axial.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TournamentTest {
    @Test
    void namesTheFirstOfTheLeastHoweverManyPlayAndSeveralChangeAtOnce() {
        Random random = new Random(3);
        for (int players = 1; players < 70; players++) {
            double[] numbers = random.ints(players, 0, 9).asDoubleStream().toArray();
            Tournament tournament = new Tournament(numbers, players);
            for (int round = 0; round < 200; round++) {
                assertEquals(first(numbers), tournament.least());
                int[] changed = random.ints(1 + random.nextInt(5), 0, players).toArray();
                for (int number : changed) {
                    numbers[number] = random.nextInt(9);
                }
                for (int number : changed) {
                    tournament.changed(number);
                }
            }
        }
    }

    private static int first(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .reduce((first, next) -> numbers[next] < numbers[first] ? next : first)
                .orElseThrow();
    }
}
