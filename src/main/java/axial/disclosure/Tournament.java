package axial.disclosure;

/** Which of many numbers is the least, the first of those that are equal, while some of them change. */
final class Tournament {
    private final double[] numbers;
    private final int players;

    /** By match, who won it; that of i is between the winners of 2 i and 2 i + 1, or the numbers themselves. */
    private final int[] winners;

    /** Of the first so many numbers, which may change from outside. */
    Tournament(double[] numbers, int players) {
        this.numbers = numbers;
        this.players = players;
        this.winners = new int[Math.max(2, Integer.highestOneBit(Math.max(1, players - 1)) * 2)];
        for (int match = winners.length - 1; match > 0; match--) {
            winners[match] = winner(match);
        }
    }

    int least() {
        return winners[1];
    }

    /** Is to be told of each number that changed. */
    void changed(int number) {
        for (int match = (winners.length + number) / 2; match > 0; match /= 2) {
            int winner = winner(match);
            if (winner == winners[match] && winner != number) {
                return;
            }
            winners[match] = winner;
        }
    }

    private int winner(int match) {
        int one = player(2 * match);
        int other = player(2 * match + 1);
        return other < players && numbers[other] < numbers[one] ? other : one;
    }

    /** Who plays: the winner of a match, or a number. */
    private int player(int place) {
        return place < winners.length ? winners[place] : place - winners.length;
    }
}
