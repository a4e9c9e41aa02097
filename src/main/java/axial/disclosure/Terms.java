package axial.disclosure;

import java.util.Arrays;

/** How often each of some places stands in a sum, by place, ascending: once as a part, and the whole less once. */
final class Terms {
    private int[] places = new int[4];
    private int[] times = new int[4];
    private int size;

    /** Behind all others. */
    void add(int place, int by) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        places[size] = place;
        times[size++] = by;
    }

    void remove(int place) {
        int at = Arrays.binarySearch(places, 0, size, place);
        if (at >= 0) {
            size--;
            System.arraycopy(places, at + 1, places, at, size - at);
            System.arraycopy(times, at + 1, times, at, size - at);
        }
    }

    int size() {
        return size;
    }

    int place(int i) {
        return places[i];
    }

    int times(int i) {
        return times[i];
    }

    int timesOf(int place) {
        return times[Arrays.binarySearch(places, 0, size, place)];
    }

    /** The same of those that have a column, by column, which ascends with the place; below zero where there is none. */
    Terms in(int[] columns) {
        Terms in = new Terms();
        for (int i = 0; i < size; i++) {
            if (columns[places[i]] >= 0) {
                in.add(columns[places[i]], times[i]);
            }
        }
        return in;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Terms terms
                && Arrays.equals(places, 0, size, terms.places, 0, terms.size)
                && Arrays.equals(times, 0, size, terms.times, 0, terms.size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + places[i]) + times[i];
        }
        return hash;
    }
}
