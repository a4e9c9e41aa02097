package axial.question;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.NodeEvent;

/** Makes parsers that tell the anchor of single values too, which Jackson tells of lists and blocks only. */
final class AnchoredYaml extends YAMLFactory {
    private static final long serialVersionUID = 1;

    Parser open(Reader reader) {
        return _createParser(reader, _createContext(_createContentReference(reader), true));
    }

    @Override
    protected Parser _createParser(Reader reader, IOContext context) {
        return new Parser(context, _parserFeatures, _yamlParserFeatures, new LoaderOptions(), reader);
    }

    /** A parser that knows the anchor where it stands. */
    static final class Parser extends YAMLParser {
        private Parser(IOContext context, int parserFeatures, int yamlFeatures, LoaderOptions options, Reader reader) {
            super(context, parserFeatures, yamlFeatures, options, null, reader);
        }

        @Nullable
        String anchor() {
            return _lastEvent instanceof NodeEvent event ? event.getAnchor() : null;
        }
    }
}
