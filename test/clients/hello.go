// Fetches / with the default client of crypto/tls and prints the answer, whoever signed the certificate.
package main

import (
	"crypto/tls"
	"io"
	"os"
)

func main() {
	connection, err := tls.Dial("tcp", "localhost:"+os.Args[1], &tls.Config{InsecureSkipVerify: true})
	if err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
	connection.Write([]byte("GET / HTTP/1.0\r\n\r\n"))
	io.Copy(os.Stdout, connection)
}
