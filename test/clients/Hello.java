// Fetches / with the default client of JSSE and prints the answer, whoever signed the certificate.
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.*;

class Hello {
  public static void main(String[] arguments) throws Exception {
    var anyone = new X509ExtendedTrustManager() {
      public void checkClientTrusted(X509Certificate[] chain, String type) {}
      public void checkServerTrusted(X509Certificate[] chain, String type) {}
      public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}
      public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}
      public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
      public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
      public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
    };
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] { anyone }, null);
    var socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    // Java leaves out SNI for a name without a dot unless told so.
    var parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName("localhost")));
    socket.setSSLParameters(parameters);
    socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
    System.out.print(new String(socket.getInputStream().readAllBytes()));
  }
}
